"""活动培训: meetings, training, contests and other events on a day."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Event(Kind):
    """活动培训: meetings, training, contests and other events on a day."""

    label = "活动培训"
    english = "events and training"
    meaning = Words(
        "某一天举行的会议、培训、比赛和其他活动；办完并有总结才算完成。",
        "meetings, training, contests and other events on a day.",
    )
    reference = "design: the twelve kinds of work"
    rank = 6
    cues = (
        "组织…比赛",
        "组织…竞赛",
        "…比赛",
        "…竞赛",
        "举行…活动",
        "开展…交流",
        "举办…会议",
        "评出…",
        "召开",
        "举办",
        "举行",
        "承办",
        "组织召开",
        "组织举办",
        "举办…活动",
        "举办…大赛",
        "组织…培训",
        "组织…大赛",
        "组织…活动",
        "开展…活动",
        "开展…培训",
        "开展…大赛",
        "开展…比赛",
        "开展…竞赛",
        "开展…展示",
        "安排…培训",
        "增加…培训",
        "…培训班",
        "…运动会",
        "…艺术节",
        "…推进会",
        "…现场会",
        "…工作会",
        "…研讨会",
        "…交流会",
        "…大赛",
        "…培训",
        "…系列活动",
        "…专题培训",
        "开展…研学",
        "开展…演练",
        "征集",
    )
    needs = (Need.DEADLINE,)
    case = "event"
    case_label = Words("一次活动", "an event")
    records = "events"
    measured_by = Words("总结数 ÷ 计划数；参加人数、覆盖面", "summarised ÷ planned; participants, coverage")
    steps_2020_01 = (
        Step("planned", by=Actor.LEAD, label="已计划"),
        Step("announced", by=Actor.LEAD, label="已通知", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("held", by=Actor.LEAD, label="已举办", evidence=Evidence.LIST),
        Step("summarised", by=Actor.LEAD, label="已总结", evidence=Evidence.SUMMARY, closes=True),
    )
