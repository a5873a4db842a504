"""督学: inspectors."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import NAME
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Register
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT

KINDS = (Code("full_time", "专职"), Code("part_time", "兼职"), Code("invited", "特约"))


class Inspectors(Register):
    """督学: an inspector with the term, the zone and the schools of that zone."""

    label = "督学"
    words = "督学及其任期、责任区。"
    english = "inspectors"
    reference = "《教育督导条例》（国务院令第624号）；《中小学校责任督学挂牌督导办法》（转述，原文未核）"
    office = "督导办"
    every = SCHOOL_YEAR
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "appointed_on", "ends_on"
    places = ((COUNTY, "county_code"),)
    about_persons = True
    key = ("inspector_no",)
    columns = (
        Column(
            name="inspector_no",
            type=TEXT,
            label="督学编号",
            also=("督学证号",),
            privacy=Privacy.P3,
            vault=True,
            required=True,
            example="DX-520302-012",
        ),
        replace(NAME, label="督学姓名"),
        replace(COUNTY_CODE, required=False),
        Column(
            name="kind_code",
            type=CODE,
            label="督学类别",
            codes=KINDS,
            privacy=Privacy.P2,
            required=True,
            example="part_time",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="聘任级别",
            codes="levels",
            privacy=Privacy.P2,
            required=True,
            example="county",
        ),
        Column(
            name="zone_no", type=TEXT, label="责任区编号", also=("督学责任区",), privacy=Privacy.P2, example="HHG-03"
        ),
        Column(
            name="school_count",
            type=INTEGER,
            label="挂牌学校数",
            unit=SCHOOL_UNIT,
            privacy=Privacy.P2,
            low=0,
            high=40,
            example="5",
        ),
        Column(name="term_no", type=INTEGER, label="任期", also=("第几任",), privacy=Privacy.P2, low=1, example="1"),
        Column(
            name="appointed_on",
            type=DATE,
            label="聘任日期",
            also=("任期起",),
            privacy=Privacy.P2,
            required=True,
            example="2019-03-01",
        ),
        Column(
            name="ends_on", type=DATE, label="聘期届满日", also=("任期止",), privacy=Privacy.P2, example="2022-03-01"
        ),
        Column(
            name="subject_code", type=CODE, label="专长学科", codes="subjects", privacy=Privacy.P2, example="chinese"
        ),
        Column(
            name="has_training",
            type=BOOLEAN,
            label="是否经培训上岗",
            also=("培训合格",),
            privacy=Privacy.P2,
            example="是",
        ),
        Column(name="document_no", type=TEXT, label="聘任文号", privacy=Privacy.P2, example="某府督〔2019〕2号"),
    )
    checks = (not_before(("ends_on", "聘期届满日"), ("appointed_on", "聘任日期")),)
