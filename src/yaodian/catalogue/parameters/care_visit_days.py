"""关爱走访有效天数: for how many days a care visit counts."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class CareVisitDays(Parameter):
    """关爱走访有效天数: for how many days a care visit counts."""

    label = "关爱走访有效天数"
    reference = "本软件所定，按每学期至少一次；待各地确认"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 183
