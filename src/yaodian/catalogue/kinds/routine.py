"""常规推进: steady work; it needs an agreed outcome mark before it is accepted."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Routine(Kind):
    """常规推进: steady work; it needs an agreed outcome mark before it is accepted."""

    label = "常规推进"
    english = "routine work"
    meaning = Words(
        "没有明确终点的日常工作；受理前要先商定一个成效标志，每季度回看。",
        "steady work; it needs an agreed outcome mark before it is accepted.",
    )
    reference = "design: the twelve kinds of work"
    rank = 12
    cues = (
        "加强",
        "强化",
        "深化",
        "推动",
        "推进",
        "支持",
        "落实",
        "做好",
        "抓好",
        "坚持",
        "增强",
        "提升",
        "提高",
        "促进",
        "完善",
        "执行",
        "严格",
        "发挥",
        "重视",
        "关注",
        "巩固",
        "规范",
        "鼓励",
        "督促",
        "助力",
        "接受",
        "压实",
        "运用",
        "应对",
        "减少",
        "构建",
        "打造",
        "实施",
        "开展",
        "用好",
        "强化…工作",
        "推进…工作",
        "加强…管理",
        "加强…队伍建设",
        "…各项任务",
    )
    needs = (Need.OUTCOME,)
    measured_by = Words("商定成效标志之前没有度量", "none until an outcome mark is agreed")
    steps_2020_01 = (
        Step("agreed", by=Actor.LEAD, label="商定成效标志", evidence=Evidence.MINUTES),
        Step("reviewed", by=Actor.LEAD, label="季度回看", evidence=Evidence.SUMMARY),
        Step("closed", by=Actor.VERIFIER, label="年终评定", evidence=Evidence.SUMMARY, closes=True),
    )
