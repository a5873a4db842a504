"""录取: admissions."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import ID_NO, NAME, STUDENT_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE, YEAR_NO
from yaodian.declare.column import CODE, DATE, DECIMAL, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import POINT

WAYS = (
    Code("zone", "划片", ("就近入学",)),
    Code("whole_class", "整班移交", ("整班交接",)),
    Code("lottery", "摇号", ("电脑派位",)),
    Code("quota", "配额生", ("指标到校",)),
    Code("score", "统招", ("按分录取",)),
    Code("recommended", "特长", ("自主招生",)),
    Code("direct", "直升", ("对口直升",)),
    Code("other", "其他"),
)


class Admissions(Register):
    """录取: where a pupil was admitted in a year: to which school, in which batch, by quota, lottery, zone or order
    of scores.
    """

    label = "录取"
    words = "一名学生当年被哪所学校录取、以何种方式录取、是否报到。"
    english = "admissions"
    reference = "高中阶段学校录取名册和义务教育新生名册（列名未核）"
    office = "市招办"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "admitted_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.ADMISSION, Purpose.DROPOUT_PREVENTION, Purpose.STATISTICS)
    key = ("admission_no", "year")
    columns = (
        Column(
            name="admission_no",
            type=TEXT,
            label="录取编号",
            also=("报名号", "准考证号"),
            privacy=Privacy.P4,
            vault=True,
            required=True,
            example="20520302010001",
        ),
        replace(STUDENT_NO, required=False, refers_to="students.student_no"),
        NAME,
        ID_NO,
        replace(YEAR_NO, privacy=Privacy.P2),
        Column(
            name="from_school_code",
            type=TEXT,
            label="毕业学校标识码",
            also=("毕业学校",),
            privacy=Privacy.P2,
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="3152000001",
        ),
        replace(SCHOOL_CODE, privacy=Privacy.P2, label="录取学校标识码", also=("录取学校",)),
        replace(STAGE, privacy=Privacy.P2, label="录取学段"),
        Column(
            name="way_code",
            type=CODE,
            label="录取方式",
            also=("录取类别",),
            codes=WAYS,
            privacy=Privacy.P2,
            required=True,
            example="quota",
        ),
        Column(name="round_name", type=TEXT, label="录取批次", also=("批次",), privacy=Privacy.P2, example="第一批"),
        Column(
            name="total_score",
            type=DECIMAL,
            label="总分",
            also=("录取总分",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            example="612",
        ),
        Column(
            name="admitted_on", type=DATE, label="录取日期", privacy=Privacy.P2, required=True, example="2020-08-10"
        ),
        Column(
            name="registered_on",
            type=DATE,
            label="报到日期",
            meaning="empty where the pupil never came",
            note="未报到的留空",
            privacy=Privacy.P2,
            example="2020-09-01",
        ),
    )
    references = (
        IN_SCHOOL,
        Reference(("student_no",), "students", required=False),
        Reference(("from_school_code",), "schools", ("school_code",), required=False),
    )
    checks = (not_before(("registered_on", "报到日期"), ("admitted_on", "录取日期")),)
