"""专项整治: problems are found, assigned, mended, re-checked and closed."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Rectification(Kind):
    """专项整治: problems are found, assigned, mended, re-checked and closed."""

    label = "专项整治"
    english = "rectification"
    meaning = Words(
        "问题被发现、交办、整改，由另一个单位复核后销号。",
        "problems are found, assigned, mended, re-checked and closed.",
    )
    reference = "design: the twelve kinds of work"
    rank = 8
    cues = (
        "整治",
        "治理",
        "清理",
        "排查",
        "查处",
        "严查",
        "整改",
        "化解",
        "纠正",
        "打击",
        "清退",
        "防范和化解",
        "防范化解",
        "排查整治",
        "清理规范",
        "落实…整改",
        "强化…整改",
        "推动…专项整治",
        "开展…治理",
        "开展…整治",
        "开展…扫黑除恶",
        "开展…排查",
        "做好…安全",
        "加强…安全",
        "深化…整治",
        "规范…办学行为",
        "持续整治",
        "重点整治",
        "…专项整治",
        "…排查化解",
        "…隐患",
        "…问题整改",
        "…突出问题",
        "…违规",
        "…综合治理",
        "加大…问责",
        "加大…查处",
        "…扫黑除恶",
    )
    needs = (Need.DEADLINE,)
    case = "problem"
    case_label = Words("一个问题", "a problem")
    records = "hazards"
    measured_by = Words("销号数 ÷ 发现数；逾期数", "closed ÷ found; overdue")
    steps_2020_01 = (
        Step("reported", by=Actor.COUNTY, label="发现登记", evidence=Evidence.LIST),
        Step("assigned", by=Actor.LEAD, label="交办"),
        Step("rectifying", by=Actor.COUNTY, label="整改中"),
        Step("submitted", by=Actor.COUNTY, label="提请核验", evidence=Evidence.SUMMARY),
        Step("rechecked", by=Actor.VERIFIER, label="他方复核", evidence=Evidence.PHOTO, to=("closed", "returned")),
        Step("returned", by=Actor.VERIFIER, label="退回", evidence=Evidence.MINUTES, to=("rectifying",)),
        Step("closed", by=Actor.LEAD, label="销号", closes=True),
    )
