"""送教上门记录: home teaching visits."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import ID_NO, STUDENT_NO
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import CODE, DATE, DECIMAL, INTEGER, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import LESSON, PERSON

CONTENTS = (
    Code("teaching", "文化教学"),
    Code("rehabilitation", "康复训练"),
    Code("life", "生活自理"),
    Code("guidance", "家长指导"),
)


class HomeTeachingVisits(Register):
    """送教上门记录: one visit to teach a child at home: on which day, how many lessons, from which school."""

    label = "送教上门记录"
    words = "对一名残疾儿童的一次送教上门：哪天、几课时、哪所学校。"
    english = "home teaching visits"
    reference = "《第二期特殊教育提升计划（2017—2020年）》；送教上门工作规范（每学期次数为参数，未核）"
    office = "基教科"
    every = MONTH
    time, dated_by, arrives = EVENT, "visited_on", EVENTS
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    about_persons = True
    purposes = (Purpose.SPECIAL_EDUCATION, Purpose.STATISTICS)
    key = ("id_no", "visited_on")
    columns = (
        replace(ID_NO, required=True, refers_to="disabled_children.id_no"),
        replace(STUDENT_NO, required=False, refers_to="students.student_no"),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(SCHOOL_CODE, privacy=Privacy.P2, label="送教学校标识码", also=("送教学校",)),
        Column(name="visited_on", type=DATE, label="送教日期", privacy=Privacy.P2, required=True, example="2020-05-13"),
        Column(
            name="lessons",
            type=DECIMAL,
            label="课时",
            unit=LESSON,
            privacy=Privacy.P2,
            low=0,
            high=12,
            required=True,
            example="4",
        ),
        Column(
            name="teacher_count", type=INTEGER, label="送教教师数", unit=PERSON, privacy=Privacy.P2, low=1, example="2"
        ),
        Column(
            name="content_code",
            type=CODE,
            label="送教内容",
            codes=CONTENTS,
            privacy=Privacy.P2,
            example="rehabilitation",
        ),
    )
    references = (IN_SCHOOL, Reference(("id_no",), "disabled_children", required=False))
