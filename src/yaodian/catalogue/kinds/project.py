"""工程项目: buildings, digital platforms and programmes with a start, a budget and an acceptance."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Project(Kind):
    """工程项目: buildings, digital platforms and programmes with a start, a budget and an acceptance."""

    label = "工程项目"
    english = "projects"
    meaning = Words(
        "有开工、有预算、有验收的建设和项目；交付并入账才算完成。",
        "buildings, digital platforms and programmes with a start, a budget and an acceptance.",
    )
    reference = "design: the twelve kinds of work"
    rank = 2
    cues = (
        "购置",
        "添置",
        "更新…设备",
        "修缮",
        "推动…建设",
        "推进…改造",
        "完成…改造",
        "实施…改造",
        "…新校区",
        "…改造提升",
        "撤并…学校",
        "发挥…应用系统",
        "发挥…平台",
        "投入…资金",
        "建设",
        "建成",
        "新建",
        "改扩建",
        "改建",
        "扩建",
        "改造",
        "搬迁",
        "新建改扩建",
        "新改扩建",
        "迁建",
        "开工",
        "竣工",
        "交付",
        "搭建",
        "升级",
        "开发",
        "实施…项目",
        "实施…工程",
        "实施…计划",
        "推进…工程",
        "推进…项目",
        "推进…建设",
        "推进…中心建设",
        "推进…基地建设",
        "推进…学校建设",
        "推进…公益项目",
        "加快…建设",
        "加快…学校建设",
        "完成…建设",
        "完成…项目",
        "完成…工程",
        "建成…项目",
        "支持…建设",
        "加强…规划建设",
        "抓好…项目",
        "抓好抓实…项目",
        "实施好…项目",
        "加快…信息化",
        "推进…进城",
        "启动…建设",
        "做好…布局调整",
        "打造…队伍",
        "…扩建",
        "创建…项目",
        "…配套学校建设",
        "…规划建设",
        "…平台建设",
        "…二期",
        "…强基工程",
        "…计划”",
        "用好…平台",
    )
    unless = (
        "队伍建设",
        "党支部",
        "党组织",
        "规范化",
        "作风建设",
        "制度建设",
        "文化建设",
        "机制建设",
        "体系建设",
        "思想政治",
        "家风",
        "党的建设",
    )
    needs = (Need.DEADLINE,)
    case = "project"
    case_label = Words("一个项目", "a project")
    records = "projects"
    measured_by = Words("交付数 ÷ 承诺数；支付数 ÷ 预算", "delivered ÷ promised; paid ÷ budget")
    steps_2020_01 = (
        Step("approved", by=Actor.LEAD, label="立项", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("feasible", by=Actor.LEAD, label="可研批复", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("designed", by=Actor.LEAD, label="初步设计与概算", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("drawings_checked", by=Actor.VERIFIER, label="施工图审查", evidence=Evidence.CERTIFICATE),
        Step("budget_reviewed", by=Actor.VERIFIER, label="财政评审", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("tendered", by=Actor.LEAD, label="招标", evidence=Evidence.CONTRACT),
        Step("permitted", by=Actor.LEAD, label="施工许可", evidence=Evidence.CERTIFICATE),
        Step("started", by=Actor.LEAD, label="开工", evidence=Evidence.PHOTO),
        Step("topped_out", by=Actor.LEAD, label="主体封顶", evidence=Evidence.PHOTO),
        Step("accepted", by=Actor.VERIFIER, label="竣工验收", evidence=Evidence.CERTIFICATE),
        Step("delivered", by=Actor.LEAD, label="交付使用", evidence=Evidence.LIST),
        Step("settled", by=Actor.LEAD, label="财务决算", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("booked", by=Actor.LEAD, label="资产入账", evidence=Evidence.REGISTER_ROW, closes=True),
    )
