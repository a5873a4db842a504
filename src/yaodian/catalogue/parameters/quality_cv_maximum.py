"""质量监测校际差异上限: the largest variation between schools in quality monitoring."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class QualityCvMaximum(Parameter):
    """质量监测校际差异上限: the largest variation between schools in quality monitoring."""

    label = "质量监测校际差异上限"
    reference = (
        "《国家义务教育质量监测方案》；教督〔2017〕6号："
        "相关科目学生学业水平达到Ⅲ级以上、校际差异率低于0.15（转述，数值原文未核）"
    )
    unit = RATIO
    unverified = True
    value_2017_04 = 0.15
