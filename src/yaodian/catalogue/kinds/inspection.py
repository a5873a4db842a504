"""督导评价: visits, assessments and monitoring, on a published sample."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Inspection(Kind):
    """督导评价: visits, assessments and monitoring, on a published sample."""

    label = "督导评价"
    english = "inspection and evaluation"
    meaning = Words(
        "按公布的抽样走访、评分、反馈，问题整改后销号。", "visits, assessments and monitoring, on a published sample."
    )
    reference = "design: the twelve kinds of work"
    rank = 7
    cues = (
        "开展…督查",
        "…工作督查",
        "开展…检查",
        "组织…检查",
        "开展…巡查",
        "开展…抽查",
        "…专项检查",
        "…联合检查",
        "开展…调研",
        "开展…考核",
        "督导",
        "评估",
        "监测",
        "测评",
        "考核",
        "验收",
        "督查",
        "开展…督导",
        "开展…评估",
        "开展…监测",
        "开展…评价",
        "开展…验收",
        "组织…评价",
        "加强…督导",
        "做好…评估",
        "落实…督导",
        "贯彻落实…督导",
        "建立…评价",
        "建立…双评价",
        "纳入…考核",
        "…督导体制",
        "…履行教育职责评价",
        "…专项督导",
        "…质量监测",
        "…综合评价",
        "…测评",
        "…督导评估",
        "…监测工作",
        "…考核评价",
        "…“双评价”",
        "推动…从基本均衡向",
        "…一票否决",
    )
    needs = (Need.DEADLINE,)
    case = "visit"
    case_label = Words("一次走访或一次评估", "a visit or assessment")
    records = "inspections"
    measured_by = Words("走访数 ÷ 样本数；得分", "visited ÷ sample; score")
    steps_2020_01 = (
        Step("planned", by=Actor.LEAD, label="列入计划", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("sampled", by=Actor.LEAD, label="抽样（公布种子）", evidence=Evidence.LIST),
        Step("visited", by=Actor.VERIFIER, label="已走访", evidence=Evidence.MINUTES),
        Step("scored", by=Actor.VERIFIER, label="已评分", evidence=Evidence.SCORE_SHEET),
        Step("findings_sent", by=Actor.LEAD, label="反馈问题", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("rectified", by=Actor.COUNTY, label="已整改", evidence=Evidence.SUMMARY),
        Step("closed", by=Actor.VERIFIER, label="销号", closes=True),
    )
