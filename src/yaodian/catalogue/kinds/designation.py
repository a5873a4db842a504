"""创建评选: schools and persons receive a title for meeting a published standard."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Designation(Kind):
    """创建评选: schools and persons receive a title for meeting a published standard."""

    label = "创建评选"
    english = "selection and recognition"
    meaning = Words(
        "学校或个人按公布的标准获得称号；公示不少于五个工作日，命名后还要复评。",
        "schools and persons receive a title for meeting a published standard.",
    )
    reference = "design: the twelve kinds of work"
    rank = 1
    cues = (
        "创建",
        "争创",
        "评选",
        "认定",
        "命名",
        "复评",
        "申报",
        "遴选",
        "选树",
        "评选表彰",
        "创成",
        "评选认定",
        "创建…学校",
        "创建…示范",
        "推进…申报",
        "推进…创建",
        "推荐…评选",
        "推荐…参评",
        "支持…申报",
        "支持…申硕",
        "…申硕",
        "…申大",
        "…评选",
        "…复评",
        "…认定",
        "…申报",
        "开展…创建",
        "开展…评选",
        "开展…认定",
        "完成…评选",
        "完成…复评",
        "培育…示范校",
        "打造…示范校",
        "建设…示范校",
        "培育…品牌校",
        "…示范校评选",
    )
    needs = (
        Need.COUNT,
        Need.DEADLINE,
        Need.STANDARD,
    )
    case = "candidate"
    case_label = Words("一个候选单位", "a candidate")
    records = "designations"
    measured_by = Words("命名数对照承诺数", "named against the promised count")
    steps_2020_01 = (
        Step("applied", by=Actor.SCHOOL, label="申报", evidence=Evidence.LIST),
        Step("recommended", by=Actor.COUNTY, label="县级推荐", evidence=Evidence.SCORE_SHEET),
        Step("reviewed", by=Actor.LEAD, label="评审", evidence=Evidence.SCORE_SHEET),
        Step("publicised", by=Actor.LEAD, label="公示", evidence=Evidence.LIST, days=5),
        Step(
            "named", by=Actor.LEAD, label="命名", evidence=Evidence.OFFICIAL_DOCUMENT, closes=True, to=("reassessed",)
        ),
        Step("reassessed", by=Actor.LEAD, label="复评", evidence=Evidence.SCORE_SHEET, to=("kept", "withdrawn")),
        Step("kept", by=Actor.LEAD, label="保留", evidence=Evidence.OFFICIAL_DOCUMENT, closes=True),
        Step("withdrawn", by=Actor.LEAD, label="撤销", evidence=Evidence.OFFICIAL_DOCUMENT, closes=True),
    )
