"""改革试点: a reform is designed, approved, piloted, evaluated and then extended or ended."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Reform(Kind):
    """改革试点: a reform is designed, approved, piloted, evaluated and then extended or ended."""

    label = "改革试点"
    english = "reform and pilots"
    meaning = Words(
        "改革经过设计、审定、试点、评估，再推广或终止。",
        "a reform is designed, approved, piloted, evaluated and then extended or ended.",
    )
    reference = "design: the twelve kinds of work"
    rank = 10
    cues = (
        "创新…模式",
        "创新…机制",
        "组建…共同体",
        "组建…集团",
        "组建…联盟",
        "推进…走班",
        "落实…走班",
        "改革",
        "探索",
        "试点",
        "试行",
        "推行",
        "理顺",
        "探索构建",
        "探索建立",
        "推进…改革",
        "深化…改革",
        "推动…改革",
        "落实…改革",
        "建立…机制",
        "建立健全…机制",
        "构建…机制",
        "健全…机制",
        "完善…机制",
        "构建…体系",
        "启动…试点",
        "启动…均衡",
        "优化…体系",
        "规划和落实…改革",
        "…综合改革",
        "…体制机制",
        "…长效机制",
        "…改革创新",
        "…试点",
        "…体系创新",
        "…移交地方",
        "…校长负责制",
        "…集团化",
        "…改革",
        "…课堂革命",
    )
    needs = (
        Need.OUTCOME,
        Need.DEADLINE,
    )
    case = "reform"
    case_label = Words(
        "一项改革；逐校推开的，每校一个", "a reform; one per school where it is rolled out school by school"
    )
    measured_by = Words("按时到达的步骤数", "steps reached by date")
    steps_2020_01 = (
        Step("designed", by=Actor.LEAD, label="方案设计", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("approved", by=Actor.LEADER, label="审定", evidence=Evidence.MINUTES),
        Step("piloted", by=Actor.SCHOOL, label="试点", evidence=Evidence.SUMMARY),
        Step("evaluated", by=Actor.VERIFIER, label="评估", evidence=Evidence.SCORE_SHEET, to=("extended", "ended")),
        Step("extended", by=Actor.LEAD, label="推广", evidence=Evidence.OFFICIAL_DOCUMENT, closes=True),
        Step("ended", by=Actor.LEAD, label="终止", evidence=Evidence.MINUTES, closes=True),
    )
