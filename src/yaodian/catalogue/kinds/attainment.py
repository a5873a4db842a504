"""指标达成: a figure that must be reached; it is measured and nothing is reported."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Attainment(Kind):
    """指标达成: a figure that must be reached; it is measured and nothing is reported."""

    label = "指标达成"
    english = "measured targets"
    meaning = Words(
        "必须达到的数值；由登记簿计算，不需要填报。",
        "a figure that must be reached; it is measured and nothing is reported.",
    )
    reference = "design: the twelve kinds of work"
    rank = 4
    cues = (
        "达",
        "达到",
        "提高到",
        "提升到",
        "稳定在",
        "保持在",
        "控制在",
        "不低于",
        "超过",
        "覆盖",
        "…全覆盖",
        "…不低于",
        "…以上",
        "…覆盖率",
        "…知晓率",
        "…达标率",
        "…入园率",
        "…普惠率",
        "…优良率",
        "…满意度",
        "…100%",
        "…百分点",
        "推进…全覆盖",
        "实现…无",
        "争取…占比",
        "…占比",
        "…巩固率",
        "…合格率",
    )
    needs = (Need.DEADLINE,)
    measured_by = Words("指标本身", "the indicator itself")
    steps_2020_01 = (Step("computed", by=Actor.ENGINE, label="按期计算", evidence=Evidence.REGISTER_ROW),)
