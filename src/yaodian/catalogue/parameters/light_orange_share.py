"""橙灯时限比例: when a step that is not reached turns its light orange."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class LightOrangeShare(Parameter):
    """橙灯时限比例: a step not reached when this share of its time (working days) is left turns orange.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "橙灯：剩余时间比例"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = RATIO
    value_2020_01 = 0.15
