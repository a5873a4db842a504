"""绿灯机会: how likely a promise must be to be kept for its light to stay green."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class LightGreenChance(Parameter):
    """绿灯机会: a promise not yet reached stays green where its trajectory reaches it in time with at least this chance.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "绿灯：按走势如期达到的机会"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = RATIO
    unverified = True
    value_2020_01 = 0.80
