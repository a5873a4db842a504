"""质量校际差异上限: how far apart the schools of a county may lie in quality monitoring."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class QualitySpreadMaximum(Parameter):
    """质量校际差异上限: what the variation between the schools of a county must stay below in national quality monitoring."""

    label = "国家义务教育质量监测校际差异率上限"
    reference = "义务教育优质均衡督导评估办法（0.15；计算公式和数值原文未核）"
    unit = RATIO
    unverified = True
    value_2017_04 = 0.15
