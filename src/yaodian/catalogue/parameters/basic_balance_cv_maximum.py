"""基本均衡综合差异系数上限: the highest mean of the eight coefficients, by stage."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class BasicBalanceCvMaximum(Parameter):
    """基本均衡综合差异系数上限: the highest mean of the eight coefficients of variation, by stage."""

    label = "基本均衡综合差异系数上限"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；凭记忆，原文未核）"
    unverified = True
    value_2012_01: ClassVar[Mapping[str, float]] = {"primary": 0.65, "junior": 0.55}
