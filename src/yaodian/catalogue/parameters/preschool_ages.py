"""学前学龄: the years of age for which kindergarten is counted."""

from yaodian.declare.parameter import Parameter


class PreschoolAges(Parameter):
    """学前学龄: the years of age for which kindergarten is counted."""

    label = "学前学龄"
    reference = "官方学龄的通行口径（小学6岁入学、学制六三三；原文未核）"
    unverified = True
    value_2010_01 = (3, 4, 5)
