"""制度文件: a document the bureau writes, has decided and issues."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class PolicyDocument(Kind):
    """制度文件: a document the bureau writes, has decided and issues."""

    label = "制度文件"
    english = "policy documents"
    meaning = Words(
        "由局里起草、集体决定并印发的文件；有文号、已归档才算完成。",
        "a document the bureau writes, has decided and issues.",
    )
    reference = "design: the twelve kinds of work"
    rank = 5
    cues = (
        "编印",
        "编写",
        "形成…报告",
        "制定…》",
        "出台…》",
        "印发…》",
        "修订…》",
        "编制…》",
        "完善…》",
        "制定",
        "制订",
        "出台",
        "印发",
        "编制",
        "修订",
        "起草",
        "拟定",
        "制定出台",
        "制定形成",
        "研究制定",
        "制定和完善",
        "修订完善",
        "完善…制度",
        "建立…制度",
        "实行…制度",
        "实行…报告制",
        "规范…制度",
        "健全…制度",
        "完善…政策",
        "完善…体系",
        "编制…规划",
        "做好…规划编制",
        "…规划编制",
        "…实施意见",
        "…行动方案",
        "…管理办法",
        "…制度》",
        "…实施方案",
    )
    needs = (
        Need.DRAFTER,
        Need.DEADLINE,
    )
    case = "document"
    case_label = Words("一份文件", "a document")
    records = "policy_documents"
    measured_by = Words("印发数 ÷ 承诺数", "issued ÷ promised")
    steps_2020_01 = (
        Step("initiated", by=Actor.LEAD, label="立项"),
        Step("drafted", by=Actor.LEAD, label="形成草案", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("consulted", by=Actor.LEAD, label="征求意见", evidence=Evidence.SUMMARY),
        Step("reviewed", by=Actor.VERIFIER, label="合法性审查", evidence=Evidence.MINUTES),
        Step("decided", by=Actor.LEADER, label="集体决定", evidence=Evidence.MINUTES),
        Step("issued", by=Actor.OFFICE, label="印发（文号）", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("archived", by=Actor.OFFICE, label="归档", evidence=Evidence.REGISTER_ROW, closes=True),
    )
