"""教师交流轮岗: rotations of teachers."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import NAME, OF_TEACHER, STAFF_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL

KINDS = (
    Code("rotation", "定期交流", ("交流轮岗",)),
    Code("support", "支教", ("对口支援",)),
    Code("walking", "走教", ("跨校竞聘",)),
    Code("principal", "校长交流"),
)


class TeacherRotations(Register):
    """教师交流轮岗: a teacher's move to another school for a time, and the schools it joins."""

    label = "教师交流轮岗"
    words = "教师到另一所学校交流任教的一段。"
    english = "rotations of teachers"
    reference = "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（教师〔2014〕4号；转述，原文未核）"
    office = "人事教师科"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "began_on", EVENTS
    places = ((SCHOOL, "from_school_code"),)  # where the teacher is on the staff
    about_persons = True
    key = ("staff_no", "began_on")
    columns = (
        replace(STAFF_NO, refers_to="teachers.staff_no"),
        replace(NAME, required=False),
        Column(
            name="from_school_code",
            type=TEXT,
            label="派出学校标识码",
            also=("派出学校", "原学校"),
            privacy=Privacy.P2,
            required=True,
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="2152000002",
        ),
        replace(SCHOOL_CODE, privacy=Privacy.P2, label="接收学校标识码", also=("交流学校", "接收学校")),
        Column(
            name="began_on",
            type=DATE,
            label="交流起始日",
            also=("开始日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-09-01",
        ),
        Column(
            name="ended_on", type=DATE, label="交流截止日", also=("结束日期",), privacy=Privacy.P2, example="2021-08-31"
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="交流形式",
            codes=KINDS,
            privacy=Privacy.P2,
            required=True,
            example="rotation",
        ),
        Column(
            name="is_backbone",
            type=BOOLEAN,
            label="是否骨干教师",
            meaning="at the time of the move",
            note="交流时是否骨干教师",
            also=("骨干",),
            privacy=Privacy.P2,
            example="否",
        ),
        replace(DOCUMENT_NO, privacy=Privacy.P2),
    )
    references = (Reference(("from_school_code",), "schools", ("school_code",)), IN_SCHOOL, OF_TEACHER)
    checks = (
        not_before(("ended_on", "交流截止日"), ("began_on", "交流起始日")),
        Check(
            "to_another_school",
            "from_school_code <> school_code",
            Words("派出学校和接收学校相同", "sent and received by the same school"),
            Words("填写实际接收的学校", "give the school that received the teacher"),
        ),
    )
