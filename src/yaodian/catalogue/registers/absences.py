"""缺勤: absence spells."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import OF_STUDENT, STUDENT_NO
from yaodian.catalogue.columns.schools import CLASS_NO, IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import DAY_UNIT


class Absences(Register):
    """缺勤: a pupil's unbroken stretch of absence, from its first day to its last, with the reason.

    Presence is not recorded: on a day that the school has closed in `attendance_days`, whoever is in no spell was
    present.
    """

    label = "缺勤"
    words = "学生从某日到某日连续缺勤的一段，写明原因；出勤不逐日登记，已日结而无缺勤的即为到校。"
    english = "absence spells"
    reference = "义务教育阶段学生考勤与控辍保学日常报告制度（各地规定不一，阈值为参数）"
    office = "基教科"
    every = MONTH
    time, dated_by, arrives = EVENT, "from_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    key = ("student_no", "school_code", "from_on")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        SCHOOL_CODE,
        replace(CLASS_NO, required=False, privacy=Privacy.P2),
        Column(
            name="from_on",
            type=DATE,
            label="缺勤起始日",
            also=("开始日期", "缺勤日期"),
            privacy=Privacy.P2,
            required=True,
            example="2020-04-20",
        ),
        Column(
            name="to_on",
            type=DATE,
            label="缺勤截止日",
            meaning="the last day away; empty while it lasts",
            note="最后一个缺勤日；仍在缺勤的留空",
            also=("结束日期",),
            privacy=Privacy.P2,
            example="2020-04-22",
        ),
        Column(
            name="days",
            type=DECIMAL,
            label="缺勤天数",
            meaning="school days away as the school counts them",
            note="按学校口径的缺勤上课日数",
            also=("缺勤日数",),
            unit=DAY_UNIT,
            low=0,
            privacy=Privacy.P2,
            example="3",
        ),
        Column(
            name="reason_code",
            type=CODE,
            label="缺勤原因",
            also=("原因",),
            codes="absence_reasons",
            privacy=Privacy.P2,
            required=True,
            example="illness",
        ),
        Column(
            name="is_reported",
            type=BOOLEAN,
            label="是否已报告",
            meaning="whether the school reported a suspected drop-out",
            note="学校是否已按疑似辍学报告",
            also=("是否上报",),
            privacy=Privacy.P2,
            example="否",
        ),
    )
    references = (IN_SCHOOL, OF_STUDENT, Reference(("school_code", "class_no"), "classes", required=False))
    checks = (not_before(("to_on", "缺勤截止日"), ("from_on", "缺勤起始日")),)
