"""送教有效天数: for how many days a visit of home teaching counts as being taught."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class HomeTeachingDays(Parameter):
    """送教有效天数: for how many days a visit of home teaching counts as being taught."""

    label = "送教有效天数"
    reference = "本软件所定，按每月至少送教一次留余量；待各地确认"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 45
