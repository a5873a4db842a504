"""自报实测差: how far a reported value may lie from the measured one before both are told."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class ReportedDifference(Parameter):
    """自报实测差: a difference larger than this share of the measured value is told beside the light.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "自报与实测相差的比例"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = RATIO
    unverified = True
    value_2020_01 = 0.05
