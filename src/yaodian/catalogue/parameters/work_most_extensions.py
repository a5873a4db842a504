"""延期次数上限: how often a deadline may be moved."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import TIME


class WorkMostExtensions(Parameter):
    """延期次数上限: how often a deadline may be moved.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "延期次数上限"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = TIME
    value_2015_01 = 2
