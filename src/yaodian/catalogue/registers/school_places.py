"""学位供给: school places offered."""

from dataclasses import replace

from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE, STAGE, YEAR_NO
from yaodian.declare.column import BOOLEAN, DATE, INTEGER, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import CLASS, PERSON, PLACE_UNIT


class SchoolPlaces(Register):
    """学位供给: how many places a school offers in a year for a grade, and how many were asked for, taken and left."""

    label = "学位供给"
    words = "一所学校一个年级当年的招生计划、报名和录取人数。"
    english = "school places offered"
    reference = "县（市、区）年度招生计划和学位预警（表式未核）"
    office = "县级教育行政部门"
    every = YEAR
    time, dated_by, arrives = STOCK, "counted_on", snapshot("county_code", "year")
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("school_code", "grade_code", "year")
    columns = (
        SCHOOL_CODE,
        COUNTY_CODE,
        replace(YEAR_NO, label="招生年度"),
        Column(name="counted_on", type=DATE, label="统计日期", privacy=Privacy.P0, required=True, example="2020-05-31"),
        STAGE,
        GRADE,
        Column(
            name="class_count",
            type=INTEGER,
            label="计划班数",
            also=("招生班数",),
            unit=CLASS,
            privacy=Privacy.P0,
            low=0,
            required=True,
            example="6",
        ),
        Column(
            name="place_count",
            type=INTEGER,
            label="招生计划数",
            also=("学位数",),
            unit=PLACE_UNIT,
            privacy=Privacy.P0,
            low=0,
            required=True,
            example="270",
        ),
        Column(
            name="applicant_count",
            type=INTEGER,
            label="报名人数",
            also=("需求数",),
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="310",
        ),
        Column(
            name="admitted_count",
            type=INTEGER,
            label="录取人数",
            also=("已招人数",),
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="270",
        ),
        Column(
            name="quota_count",
            type=INTEGER,
            label="配额生计划数",
            meaning="senior schools: places split over junior schools",
            note="高中填：分配到初中的招生计划数",
            also=("指标到校数",),
            unit=PLACE_UNIT,
            privacy=Privacy.P0,
            low=0,
            example="0",
        ),
        Column(
            name="migrant_count",
            type=INTEGER,
            label="随迁子女学位数",
            unit=PLACE_UNIT,
            privacy=Privacy.P0,
            low=0,
            example="40",
        ),
        Column(name="is_bought", type=BOOLEAN, label="是否政府购买学位", privacy=Privacy.P0, example="否"),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "quota_within_places",
            "quota_count IS NULL OR quota_count <= place_count",
            Words("配额生计划多于招生计划", "more quota places than places"),
            Words("核对两个计划数", "check both numbers"),
        ),
    )
