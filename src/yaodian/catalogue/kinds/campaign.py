"""学习宣传: study, publicity and education that reach people through sessions and publications."""

from yaodian.declare.kind import Actor, Evidence, Kind, Step
from yaodian.domain.finding import Words


class Campaign(Kind):
    """学习宣传: study, publicity and education that reach people through sessions and publications."""

    label = "学习宣传"
    english = "study and publicity"
    meaning = Words(
        "通过学习、宣讲、出版和展示让人知晓；开展了、记录了才算完成。",
        "study, publicity and education that reach people through sessions and publications.",
    )
    reference = "design: the twelve kinds of work"
    rank = 11
    cues = (
        "学习",
        "学习贯彻",
        "宣传",
        "宣讲",
        "弘扬",
        "传承",
        "践行",
        "唱响",
        "讲好",
        "普及",
        "教育引导",
        "引导…认识",
        "开设…课",
        "开办…课堂",
        "深化…教育",
        "开展…教育",
        "加强…教育",
        "加强…宣传",
        "加大…宣传",
        "…主题教育",
        "…宣传教育",
        "…宣传工作",
        "…进校园",
        "…普法",
        "…先进典型",
        "…理论学习",
        "推动…进校",
        "…鲜活案例",
        "…进课堂",
        "做好…宣传",
        "用好…案例",
        "巩固…教育",
        "坚持依法",
    )
    case = "session"
    case_label = Words("一次活动或一件作品", "a session or publication")
    records = "events"
    measured_by = Words("记录数 ÷ 计划数", "recorded ÷ planned")
    steps_2020_01 = (
        Step("planned", by=Actor.LEAD, label="列入计划"),
        Step("held", by=Actor.LEAD, label="已开展", evidence=Evidence.PHOTO),
        Step("recorded", by=Actor.LEAD, label="已记录", evidence=Evidence.SUMMARY, closes=True),
    )
