"""销号抽查比例: which part of the cases closed in a month is looked at once more."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class RecheckShare(Parameter):
    """销号抽查比例: which part of the cases of persons left out that were closed in a month is drawn to be looked at once more, rounded up."""

    label = "销号个案抽查比例"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = RATIO
    unverified = True
    value_2010_01 = 0.10
