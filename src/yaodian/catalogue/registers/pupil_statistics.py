"""教育事业统计：学生: pupil statistics."""

from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE, STAGE
from yaodian.declare.column import DATE, INTEGER, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import CLASS, PERSON


class PupilStatistics(Register):
    """教育事业统计：学生: how many pupils a school had on the first day of the school year by grade, with entrants and
    graduates, as published.

    The base of retention and gross enrolment; it is a count, kept beside the roll and not made from it.
    """

    label = "教育事业统计：学生"
    words = "教育事业统计中一所学校一个年级在学年初的在校生、招生和毕业生数。"
    english = "pupil statistics"
    standard = "基础基312/313/314（2021年起教基3112—3119）"
    reference = "教育事业统计在校学生情况表（原文未核）"
    office = "计财科"
    every = SCHOOL_YEAR
    time, dated_by, arrives = STOCK, "counted_on", snapshot("school_code", "counted_on")
    places = ((SCHOOL, "school_code"), (COUNTY, "county_code"))
    key = ("school_code", "grade_code", "counted_on")
    columns = (
        SCHOOL_CODE,
        COUNTY_CODE,
        STAGE,
        GRADE,
        Column(
            name="counted_on",
            type=DATE,
            label="统计日期",
            also=("统计时点",),
            privacy=Privacy.P0,
            required=True,
            example="2019-09-01",
        ),
        Column(
            name="class_count",
            type=INTEGER,
            label="班数",
            unit=CLASS,
            privacy=Privacy.P0,
            low=0,
            required=True,
            example="5",
        ),
        Column(
            name="pupil_count",
            type=INTEGER,
            label="在校生数",
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            required=True,
            example="216",
        ),
        Column(name="girl_count", type=INTEGER, label="女生数", unit=PERSON, privacy=Privacy.P0, low=0, example="104"),
        Column(
            name="entrant_count", type=INTEGER, label="招生数", unit=PERSON, privacy=Privacy.P0, low=0, example="215"
        ),
        Column(
            name="graduate_count", type=INTEGER, label="毕业生数", unit=PERSON, privacy=Privacy.P0, low=0, example="208"
        ),
        Column(
            name="repeated_count", type=INTEGER, label="留级生数", unit=PERSON, privacy=Privacy.P0, low=0, example="1"
        ),
        Column(
            name="transferred_in_count",
            type=INTEGER,
            label="转入数",
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="6",
        ),
        Column(
            name="transferred_out_count",
            type=INTEGER,
            label="转出数",
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="4",
        ),
        Column(name="left_count", type=INTEGER, label="退学数", unit=PERSON, privacy=Privacy.P0, low=0, example="0"),
        Column(name="died_count", type=INTEGER, label="死亡数", unit=PERSON, privacy=Privacy.P0, low=0, example="0"),
        Column(
            name="boarding_count",
            type=INTEGER,
            label="住宿生数",
            also=("寄宿生数",),
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="80",
        ),
        Column(
            name="migrant_count", type=INTEGER, label="随迁子女数", unit=PERSON, privacy=Privacy.P0, low=0, example="33"
        ),
        Column(
            name="left_behind_count",
            type=INTEGER,
            label="留守儿童数",
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="26",
        ),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "girls_within_all",
            "girl_count IS NULL OR girl_count <= pupil_count",
            Words("女生数多于在校生数", "more girls than pupils"),
            Words("核对两个数", "check both numbers"),
        ),
        Check(
            "boarders_within_all",
            "boarding_count IS NULL OR boarding_count <= pupil_count",
            Words("住宿生数多于在校生数", "more boarders than pupils"),
            Words("核对两个数", "check both numbers"),
        ),
    )
