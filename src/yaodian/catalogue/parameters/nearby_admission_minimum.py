"""就近划片入学比例下限: the least share of pupils admitted by zone, by stage (0–1)."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class NearbyAdmissionMinimum(Parameter):
    """就近划片入学比例下限: the least share of pupils admitted by zone, by stage (0–1)."""

    label = "就近划片入学比例下限"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "城区和镇区公办学校（寄宿生除外）就近划片入学小学100%、初中95%以上（转述，原文未核）"
    )
    unverified = True
    value_2017_04: ClassVar[Mapping[str, float]] = {"primary": 1.0, "junior": 0.95}
