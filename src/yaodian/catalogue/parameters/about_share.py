"""左右: how far from the promised number still is about it."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class AboutShare(Parameter):
    """左右: a value within this share of a number promised as “about” keeps the promise.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "“左右”的范围"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = RATIO
    unverified = True
    value_2020_01 = 0.10
