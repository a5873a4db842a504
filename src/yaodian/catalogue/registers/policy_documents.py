"""政策文件: policy documents."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Reference, Register
from yaodian.domain.period import MONTH

KINDS = (
    Code("opinion", "意见", ("实施意见",)),
    Code("plan", "方案", ("行动方案", "计划")),
    Code("rules", "办法", ("规定", "细则")),
    Code("guide", "指南"),
    Code("notice", "通知"),
    Code("standard", "标准"),
    Code("other", "其他"),
)


class PolicyDocuments(Register):
    """政策文件: a document that the bureau or a county issued, and from drafting to publication how far it is."""

    label = "政策文件"
    words = "市、县出台的一份文件，从起草到公开到哪一步。"
    english = "policy documents"
    reference = "发文登记簿；党政机关公文处理工作条例（原文未核）"
    office = "局办公室"
    every = MONTH
    time, arrives = STATE, CHANGES
    key = ("title", "issuer_code")
    columns = (
        Column(
            name="title",
            type=TEXT,
            label="文件名称",
            also=("标题",),
            privacy=Privacy.P0,
            required=True,
            example="遵义市关于学前教育深化改革规范发展的实施意见",
        ),
        Column(
            name="issuer_code",
            type=TEXT,
            label="发文单位代码",
            also=("发文单位",),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="bureau_office",
        ),
        Column(
            name="kind_code", type=CODE, label="文种", codes=KINDS, privacy=Privacy.P0, required=True, example="opinion"
        ),
        Column(
            name="level_code",
            type=CODE,
            label="发文级别",
            codes="levels",
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="drafter_code",
            type=TEXT,
            label="起草单位代码",
            also=("起草单位", "起草科室"),
            privacy=Privacy.P0,
            refers_to="units.unit_code",
            example="vocational_adult_and_preschool",
        ),
        Column(name="document_no", type=TEXT, label="文号", privacy=Privacy.P0, example="某府办发〔2020〕12号"),
        Column(name="drafted_on", type=DATE, label="形成初稿日期", privacy=Privacy.P0, example="2020-03-31"),
        Column(name="consulted_on", type=DATE, label="征求意见日期", privacy=Privacy.P0, example="2020-04-20"),
        Column(
            name="reviewed_on",
            type=DATE,
            label="合法性审查日期",
            also=("审查日期",),
            privacy=Privacy.P0,
            example="2020-05-15",
        ),
        Column(
            name="issued_on", type=DATE, label="印发日期", also=("发文日期",), privacy=Privacy.P0, example="2020-06-30"
        ),
        Column(
            name="published_on",
            type=DATE,
            label="公开日期",
            also=("公布日期",),
            privacy=Privacy.P0,
            example="2020-07-10",
        ),
        Column(name="repealed_on", type=DATE, label="废止日期", privacy=Privacy.P0),
        Column(name="is_public", type=BOOLEAN, label="是否主动公开", privacy=Privacy.P0, example="是"),
        Column(
            name="url",
            type=TEXT,
            label="公开网址",
            also=("链接",),
            privacy=Privacy.P0,
            example="https://example.invalid/1",
        ),
    )
    references = (
        Reference(("issuer_code",), "units", ("unit_code",), required=False),
        Reference(("drafter_code",), "units", ("unit_code",), required=False),
    )
    checks = (
        not_before(("issued_on", "印发日期"), ("drafted_on", "形成初稿日期")),
        not_before(("published_on", "公开日期"), ("issued_on", "印发日期")),
        not_before(("repealed_on", "废止日期"), ("issued_on", "印发日期")),
    )
