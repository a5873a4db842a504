"""初中学龄: the official years of age of junior secondary school."""

from yaodian.declare.parameter import Parameter


class JuniorAges(Parameter):
    """初中学龄: the official years of age of junior secondary school."""

    label = "初中学龄"
    reference = "官方学龄的通行口径（小学6岁入学、学制六三三；原文未核）"
    unverified = True
    value_2010_01 = (12, 13, 14)
