"""学生体质健康测试: fitness tests."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import OF_STUDENT, STUDENT_NO
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE, SCHOOL_YEAR_NO
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import KILOGRAM, POINT


class FitnessTests(Register):
    """学生体质健康测试: a pupil's yearly fitness test: total and grade by the national standard."""

    label = "学生体质健康测试"
    words = "一名学生一个学年的体质健康测试成绩和等级。"
    english = "fitness tests"
    reference = "《国家学生体质健康标准（2014年修订）》（教体艺〔2014〕5号；原文未核）"
    office = "素质教育中心"
    every = SCHOOL_YEAR
    time, dated_by, arrives = EVENT, "tested_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.HEALTH, Purpose.STATISTICS)
    key = ("student_no", "school_year")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        replace(GRADE, privacy=Privacy.P2),
        replace(SCHOOL_YEAR_NO, privacy=Privacy.P2),
        Column(name="tested_on", type=DATE, label="测试日期", privacy=Privacy.P2, required=True, example="2019-11-12"),
        Column(
            name="sex_code",
            type=CODE,
            label="性别",
            codes="sexes",
            element="XBM",
            privacy=Privacy.P2,
            required=True,
            example="1",
        ),
        Column(
            name="height_cm",
            type=DECIMAL,
            label="身高（厘米）",
            also=("身高",),
            privacy=Privacy.P2,
            low=50,
            high=230,
            example="132",
        ),
        Column(
            name="weight_kg",
            type=DECIMAL,
            label="体重（千克）",
            also=("体重",),
            unit=KILOGRAM,
            privacy=Privacy.P2,
            low=8,
            high=220,
            example="29.5",
        ),
        Column(
            name="score",
            type=DECIMAL,
            label="总分",
            also=("综合得分",),
            unit=POINT,
            privacy=Privacy.P2,
            low=0,
            high=120,
            example="82",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="等级",
            also=("总分等级",),
            codes="score_levels",
            privacy=Privacy.P2,
            required=True,
            example="good",
        ),
        Column(name="is_exempt", type=BOOLEAN, label="是否免测", also=("免予执行",), privacy=Privacy.P2, example="否"),
    )
    references = (IN_SCHOOL, OF_STUDENT)
