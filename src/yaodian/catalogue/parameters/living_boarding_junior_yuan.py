"""初中寄宿生生活补助标准: a year's living allowance of a poor boarder in junior school."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class LivingBoardingJuniorYuan(Parameter):
    """初中寄宿生生活补助标准: a year's living allowance of a poor boarder in junior school; half of it is due in a term."""

    label = "初中寄宿生生活补助标准"
    reference = "义务教育家庭经济困难学生生活补助：2019年前后初中寄宿生每年1250元（转述，原文未核）；2024年起1500元"
    unit = YUAN / PERSON
    value_2016_01 = 1250
    unverified_2016_01 = True
    value_2024_01 = 1500
