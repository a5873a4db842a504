"""入学年龄分界日: the day of the year on which ages for school are reckoned, birthdays of the day itself included."""

from yaodian.declare.parameter import Parameter


class AgeBoundary(Parameter):
    """入学年龄分界日: month and day; who turns six on or before it is of age for that school year.

    Whether 31 August itself counts is told differently: where it does not, the boundary is 30 August.
    """

    label = "入学年龄分界日"
    reference = "遵义市2020年招生入学政策：2014年8月31日前出生；当日是否计入未核"
    unverified = True
    value_2010_01 = (8, 31)
