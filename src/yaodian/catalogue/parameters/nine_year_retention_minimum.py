"""九年义务教育巩固率目标: the least retention over nine years."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class NineYearRetentionMinimum(Parameter):
    """九年义务教育巩固率目标: the least retention over nine years."""

    label = "九年义务教育巩固率目标"
    reference = (
        "《国家中长期教育改革和发展规划纲要（2010—2020年）》、国家教育事业“十三五”规划的2020年目标（转述，原文未核）"
    )
    unit = PERCENT
    unverified = True
    value_2020_01 = 95
