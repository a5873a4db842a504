"""学籍异动: changes of enrolment records."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import NAME, OF_STUDENT, STUDENT_NO
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Register
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL


class EnrolmentChanges(Register):
    """学籍异动: what happened to a pupil's record on a day: entry, transfer, leave, return, drop-out, graduation, death."""

    label = "学籍异动"
    words = "学籍的一次异动：入学、转学、休学、复学、辍学、毕业等，写明日期。"
    english = "changes of enrolment records"
    standard = "JY/T 1004 学籍异动"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号）（原文未核）"
    office = "基教科"
    every = MONTH
    time, dated_by, arrives = EVENT, "changed_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    key = ("student_no", "kind_code", "changed_on")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        replace(NAME, required=False),
        Column(
            name="kind_code",
            type=CODE,
            label="异动类别",
            also=("异动类型",),
            codes="enrolment_change_kinds",
            privacy=Privacy.P2,
            required=True,
            example="transfer_out",
        ),
        Column(
            name="changed_on",
            type=DATE,
            label="异动日期",
            also=("异动时间",),
            privacy=Privacy.P2,
            required=True,
            example="2020-03-16",
        ),
        SCHOOL_CODE,
        replace(GRADE, required=False, privacy=Privacy.P2),
        Column(
            name="from_school_code",
            type=TEXT,
            label="原学校标识码",
            meaning="may lie in another province",
            note="可以是外省学校",
            also=("转出学校",),
            privacy=Privacy.P2,
            pattern=r"\d{10}",
            example="2152000002",
        ),
        Column(
            name="to_school_code",
            type=TEXT,
            label="转入学校标识码",
            also=("转入学校",),
            privacy=Privacy.P2,
            pattern=r"\d{10}",
            example="2152000001",
        ),
        Column(
            name="to_place_code",
            type=TEXT,
            label="去向行政区划码",
            also=("去向",),
            privacy=Privacy.P2,
            pattern=r"\d{6}",
            example="500100",
        ),
        Column(name="reason", type=TEXT, label="异动原因", also=("原因",), privacy=Privacy.P2, example="随父母迁移"),
        Column(
            name="confirmed_on",
            type=DATE,
            label="核办日期",
            meaning="the day the other side confirmed; empty while the transfer is open",
            note="对方核办的日期；未办结的留空",
            also=("确认日期",),
            privacy=Privacy.P2,
            example="2020-03-26",
        ),
        replace(DOCUMENT_NO, privacy=Privacy.P2),
    )
    references = (IN_SCHOOL, OF_STUDENT)
    checks = (
        not_before(("confirmed_on", "核办日期"), ("changed_on", "异动日期")),
        Check(
            "transfer_names_the_other_school",
            "kind_code NOT IN ('transfer_in', 'transfer_out') OR from_school_code IS NOT NULL OR to_school_code IS NOT NULL OR to_place_code IS NOT NULL",
            Words("转学没有写对方学校或去向", "a transfer names no other school or place"),
            Words(
                "填写转出或转入学校的标识码，省外的填行政区划码",
                "give the other school's code, or the place's code outside the province",
            ),
            Severity.WARNING,
        ),
    )
