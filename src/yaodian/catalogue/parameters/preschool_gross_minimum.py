"""学前三年毛入园率目标: the least share of children aged 3 to 5 in kindergarten."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class PreschoolGrossMinimum(Parameter):
    """学前三年毛入园率目标: the least share of children aged 3 to 5 in kindergarten."""

    label = "学前三年毛入园率目标"
    reference = (
        "《国家中长期教育改革和发展规划纲要（2010—2020年）》、国家教育事业“十三五”规划的2020年目标（转述，原文未核）"
    )
    unit = PERCENT
    unverified = True
    value_2020_01 = 85
