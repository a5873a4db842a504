"""橙灯机会: below which chance of being kept in time an orange light turns red."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class LightOrangeChance(Parameter):
    """橙灯机会: a promise not yet reached is orange, not red, where its trajectory reaches it in time with this chance.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "橙灯：按走势如期达到的机会"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = RATIO
    unverified = True
    value_2020_01 = 0.10
