"""中职免学费标准: a year's tuition that a pupil of a vocational school is spared."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class VocationalTuitionYuan(Parameter):
    """中职免学费标准: a year's tuition that a pupil of a vocational school is spared; half of it is due in a term."""

    label = "中职免学费标准"
    reference = "中等职业学校免学费：每生每年2000元（转述，原文未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 2000
