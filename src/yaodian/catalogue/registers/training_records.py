"""教师培训学时: training records of teachers."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import NAME, OF_TEACHER, STAFF_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import LESSON


class TrainingRecords(Register):
    """教师培训学时: the lessons of training that one teacher completed in one programme."""

    label = "教师培训学时"
    words = "一名教师在一个培训项目中完成的学时。"
    english = "training records of teachers"
    reference = "教师培训学时（学分）登记管理办法；五年360学时（转述，原文未核）"
    office = "人事教师科"
    every = TERM
    time, dated_by, arrives = EVENT, "completed_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    key = ("staff_no", "training_no", "completed_on")
    columns = (
        replace(STAFF_NO, refers_to="teachers.staff_no"),
        replace(NAME, required=False),
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        Column(
            name="training_no",
            type=TEXT,
            label="培训项目编号",
            also=("项目编号",),
            privacy=Privacy.P1,
            required=True,
            refers_to="trainings.training_no",
            example="PX-2020-012",
        ),
        Column(
            name="training_name",
            type=TEXT,
            label="培训项目名称",
            also=("培训名称",),
            privacy=Privacy.P1,
            example="思政课骨干教师培训",
        ),
        Column(
            name="completed_on",
            type=DATE,
            label="结业日期",
            also=("完成日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-08-20",
        ),
        Column(
            name="lessons",
            type=DECIMAL,
            label="学时",
            also=("培训学时",),
            unit=LESSON,
            low=0,
            high=720,
            privacy=Privacy.P2,
            required=True,
            example="40",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="培训级别",
            also=("级别",),
            codes="levels",
            privacy=Privacy.P1,
            example="city",
        ),
        Column(name="is_passed", type=BOOLEAN, label="是否合格", also=("是否结业",), privacy=Privacy.P2, example="是"),
    )
    references = (IN_SCHOOL, OF_TEACHER, Reference(("training_no",), "trainings", required=False))
