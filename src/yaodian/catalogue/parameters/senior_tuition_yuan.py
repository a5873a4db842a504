"""普通高中免学杂费标准: a year's tuition that a poor pupil of senior school is spared; each school has its own."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class SeniorTuitionYuan(Parameter):
    """普通高中免学杂费标准: a year's tuition that a poor pupil of senior school is spared; each school has its own; half of it is due in a term."""

    label = "普通高中免学杂费标准"
    reference = "普通高中免学杂费：按学校收费标准免（补），此处按每年800元（未核，由各地改定）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 800
