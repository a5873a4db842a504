"""高中阶段学龄: the official years of age of senior secondary school."""

from yaodian.declare.parameter import Parameter


class SeniorAges(Parameter):
    """高中阶段学龄: the official years of age of senior secondary school."""

    label = "高中阶段学龄"
    reference = "官方学龄的通行口径（小学6岁入学、学制六三三；原文未核）"
    unverified = True
    value_2010_01 = (15, 16, 17)
