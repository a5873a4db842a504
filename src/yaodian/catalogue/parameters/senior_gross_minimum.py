"""高中阶段毛入学率目标: the least gross enrolment at senior stage."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class SeniorGrossMinimum(Parameter):
    """高中阶段毛入学率目标: the least gross enrolment at senior stage."""

    label = "高中阶段毛入学率目标"
    reference = (
        "《国家中长期教育改革和发展规划纲要（2010—2020年）》、国家教育事业“十三五”规划的2020年目标（转述，原文未核）"
    )
    unit = PERCENT
    unverified = True
    value_2020_01 = 90
