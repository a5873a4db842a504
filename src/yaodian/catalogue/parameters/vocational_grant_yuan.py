"""中职国家助学金标准: a year's state grant in grades 1 and 2 of vocational school."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class VocationalGrantYuan(Parameter):
    """中职国家助学金标准: a year's state grant in grades 1 and 2 of vocational school; half of it is due in a term."""

    label = "中职国家助学金标准"
    reference = "中等职业学校国家助学金：每生每年2000元（转述，原文未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 2000
