"""项目付款: payments of projects."""

from yaodian.declare.column import CODE, DATE, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH
from yaodian.domain.unit_of_measure import YUAN

PURPOSES = (
    Code("building", "建安工程", ("工程款",)),
    Code("equipment", "设备购置", ("设备",)),
    Code("other", "其他费用", ("二类费",)),
)


class ProjectPayments(Register):
    """项目付款: one payment for a building project: on which day, from which level's money, how much."""

    label = "项目付款"
    words = "建设项目的一笔付款：哪天、哪级资金、多少。"
    english = "payments of projects"
    reference = "国库集中支付和基建财务账"
    office = "计财科"
    every = MONTH
    time, dated_by, arrives = EVENT, "paid_on", EVENTS
    key = ("project_no", "voucher_no")
    columns = (
        Column(
            name="project_no",
            type=TEXT,
            label="项目编号",
            also=("项目代码",),
            privacy=Privacy.P0,
            required=True,
            refers_to="projects.project_no",
            example="2020-520302-83-01-000001",
        ),
        Column(
            name="voucher_no",
            type=TEXT,
            label="凭证号",
            also=("支付凭证号",),
            privacy=Privacy.P1,
            required=True,
            example="ZF-2020-0456",
        ),
        Column(
            name="paid_on",
            type=DATE,
            label="支付日期",
            also=("付款日期",),
            privacy=Privacy.P1,
            required=True,
            example="2020-06-30",
        ),
        Column(
            name="amount_yuan",
            type=MONEY,
            label="支付金额",
            also=("付款金额",),
            unit=YUAN,
            privacy=Privacy.P1,
            required=True,
            example="1200000.00",
        ),
        Column(
            name="fund_level_code",
            type=CODE,
            label="资金级次",
            also=("资金来源",),
            codes="fund_levels",
            privacy=Privacy.P1,
            required=True,
            example="central",
        ),
        Column(name="purpose_code", type=CODE, label="用途", codes=PURPOSES, privacy=Privacy.P1, example="building"),
        Column(
            name="payee_uscc",
            type=TEXT,
            label="收款单位统一社会信用代码",
            privacy=Privacy.P1,
            pattern="[0-9A-HJ-NPQRTUWXY]{18}",
            example="91350100M000100Y43",
        ),
    )
    references = (Reference(("project_no",), "projects"),)
    checks = (
        Check(
            "amount_is_not_zero",
            "amount_yuan <> 0",
            Words("支付金额为0", "the amount is zero"),
            Words("填写实付金额；退回写负数", "give the amount paid; a return is negative"),
        ),
    )
