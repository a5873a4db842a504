"""校际差异系数上限: the largest coefficient of variation between schools, by stage."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class BalanceCvMaximum(Parameter):
    """校际差异系数上限: the largest coefficient of variation between schools, by stage."""

    label = "校际差异系数上限"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    value_2017_04: ClassVar[Mapping[str, float]] = {"primary": 0.50, "junior": 0.45}
