"""专项资金支出: payments of earmarked funds."""

from yaodian.declare.column import DATE, MONEY, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH
from yaodian.domain.unit_of_measure import YUAN


class EarmarkedPayments(Register):
    """专项资金支出: one payment out of earmarked funds, so that execution is measured from the account and not reported."""

    label = "专项资金支出"
    words = "专项资金的一笔支出；执行进度由账上计算，不靠填报。"
    english = "payments of earmarked funds"
    reference = "国库集中支付数据（财政一体化系统导出，列名未核）"
    office = "计财科"
    every = MONTH
    time, dated_by, arrives = EVENT, "paid_on", EVENTS
    key = ("fund_code", "receiver_code", "voucher_no")
    columns = (
        Column(
            name="fund_code",
            type=TEXT,
            label="资金代码",
            also=("专项代码",),
            privacy=Privacy.P0,
            required=True,
            example="YZ-2020-01",
        ),
        Column(
            name="receiver_code",
            type=TEXT,
            label="支出单位代码",
            also=("预算单位代码", "支出单位"),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="520302",
        ),
        Column(
            name="voucher_no",
            type=TEXT,
            label="凭证号",
            also=("支付凭证号",),
            privacy=Privacy.P1,
            required=True,
            example="ZF-2020-1023",
        ),
        Column(name="paid_on", type=DATE, label="支付日期", privacy=Privacy.P1, required=True, example="2020-07-15"),
        Column(
            name="amount_yuan",
            type=MONEY,
            label="支付金额",
            also=("支出金额",),
            unit=YUAN,
            privacy=Privacy.P1,
            required=True,
            example="250000.00",
        ),
        Column(name="use", type=TEXT, label="用途", also=("摘要",), privacy=Privacy.P1, example="教学设备"),
        Column(
            name="economy_class",
            type=TEXT,
            label="经济分类科目",
            also=("经济科目",),
            privacy=Privacy.P1,
            example="30902",
        ),
    )
    references = (Reference(("receiver_code",), "units", ("unit_code",)),)
    checks = (
        Check(
            "amount_is_not_zero",
            "amount_yuan <> 0",
            Words("支付金额为0", "the amount is zero"),
            Words("填写实付金额；退回写负数", "give the amount paid; a return is negative"),
        ),
    )
