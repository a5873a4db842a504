"""资助发放: aid payments."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import BANK_ACCOUNT, ID_NO, NAME, OF_STUDENT, STUDENT_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, TERM_NO
from yaodian.declare.column import CODE, DATE, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN

WAYS = (
    Code("card", "社保卡", ("一卡通", "银行卡")),
    Code("school", "学校代收", ("抵扣",)),
    Code("in_kind", "实物", ("免收",)),
    Code("cash", "现金"),
)


class AidPayments(Register):
    """资助发放: one payment of student aid: to whom, for which programme and term, how much, on which day."""

    label = "资助发放"
    words = "一笔资助发放：发给谁、哪个项目哪个学期、多少、哪天到账。"
    english = "aid payments"
    reference = "全国学生资助管理信息系统发放名册（列名未核）；社会保障卡（惠农一卡通）发放记录"
    office = "学生资助中心"
    every = TERM
    time, dated_by, arrives = EVENT, "paid_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.STUDENT_AID, Purpose.STATISTICS)
    key = ("student_no", "programme_code", "term", "batch_no")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        NAME,
        ID_NO,
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        replace(TERM_NO, privacy=Privacy.P2, label="所属学期", also=("学期",)),
        Column(
            name="programme_code",
            type=CODE,
            label="资助项目",
            also=("项目",),
            codes="aid_programmes",
            privacy=Privacy.P4,
            required=True,
            example="living_boarding",
        ),
        Column(
            name="batch_no",
            type=TEXT,
            label="发放批次",
            also=("批次号",),
            privacy=Privacy.P2,
            required=True,
            example="2020-1",
        ),
        Column(
            name="paid_on",
            type=DATE,
            label="发放日期",
            also=("到账日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-06-15",
        ),
        Column(
            name="amount_yuan",
            type=MONEY,
            label="发放金额",
            also=("实发金额", "金额"),
            unit=YUAN,
            privacy=Privacy.P4,
            required=True,
            example="500.00",
        ),
        Column(
            name="payee", type=TEXT, label="收款人", also=("开户名",), privacy=Privacy.P3, vault=True, example="张某"
        ),
        BANK_ACCOUNT,
        Column(
            name="way_code", type=CODE, label="发放方式", codes=WAYS, privacy=Privacy.P2, required=True, example="card"
        ),
        Column(
            name="fund_level_code",
            type=CODE,
            label="资金级次",
            also=("资金来源",),
            codes="fund_levels",
            privacy=Privacy.P2,
            example="central",
        ),
    )
    references = (
        IN_SCHOOL,
        OF_STUDENT,
        Reference(("student_no", "programme_code", "term"), "aid_entitlements", required=False),
    )
    checks = (
        Check(
            "amount_is_not_zero",
            "amount_yuan <> 0",
            Words("发放金额为0", "the amount is zero"),
            Words("填写实发金额；退回写负数", "give the amount paid; a return is negative"),
        ),
        Check(
            "not_in_cash",
            "way_code <> 'cash'",
            Words("资助以现金发放", "aid was paid in cash"),
            Words("核实发放方式，按规定发到卡", "check how it was paid; aid goes to a card"),
            Severity.WARNING,
        ),
    )
