"""签收期限: within how many working days a unit accepts what it was assigned."""

from yaodian.declare.parameter import Parameter


class WorkAcceptDays(Parameter):
    """签收期限: within how many working days a unit accepts what it was assigned.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "签收期限"
    reference = "本软件默认值，可由各局在参数文件中另定"
    value_2015_01 = 3
