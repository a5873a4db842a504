"""初中非寄宿生生活补助标准: a year's living allowance of a day pupil in junior school; before autumn 2019 day pupils had none."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class LivingDayJuniorYuan(Parameter):
    """初中非寄宿生生活补助标准: a year's living allowance of a day pupil in junior school; half of it is due in a term.

    Before autumn 2019 day pupils had none.
    """

    label = "初中非寄宿生生活补助标准"
    reference = "义务教育四类非寄宿生生活补助：2019年秋季学期起初中每年625元，此前没有；2024年起750元"
    unit = YUAN / PERSON
    value_2016_01 = 0
    unverified_2016_01 = True
    value_2019_09 = 625
    value_2024_01 = 750
