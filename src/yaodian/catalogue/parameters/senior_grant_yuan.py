"""普通高中国家助学金标准: the mean of a year's state grant in senior school; offices grade it from 1000 to 3000."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class SeniorGrantYuan(Parameter):
    """普通高中国家助学金标准: the mean of a year's state grant in senior school; offices grade it from 1000 to 3000; half of it is due in a term."""

    label = "普通高中国家助学金标准"
    reference = "普通高中国家助学金：平均每生每年2000元，各地在1000—3000元内分2—3档（分档由地方定，此处按平均）"
    unit = YUAN / PERSON
    value_2016_01 = 2000
    unverified_2016_01 = True
    value_2024_01 = 2000
