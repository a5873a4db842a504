"""小学学龄: the official years of age of primary school."""

from yaodian.declare.parameter import Parameter


class PrimaryAges(Parameter):
    """小学学龄: the official years of age of primary school."""

    label = "小学学龄"
    reference = "官方学龄的通行口径（小学6岁入学、学制六三三；原文未核）"
    unverified = True
    value_2010_01 = (6, 7, 8, 9, 10, 11)
