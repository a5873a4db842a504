"""学校出口带宽下限: the least bandwidth of a school's line."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import MBPS


class SchoolBandwidthMinimum(Parameter):
    """学校出口带宽下限: the bandwidth that a school's line to the internet should have at least."""

    label = "中小学互联网出口带宽下限"
    reference = "2017年全国教育信息化目标：10M以上（报道，原文未核；2018年以后的要求待补）"
    unit = MBPS
    unverified = True
    value_2017_01 = 10
