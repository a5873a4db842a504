"""残疾儿童少年: children with disabilities."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.persons import BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Check, Reference, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, TOWN


class DisabledChildren(Register):
    """残疾儿童少年: children and young people of school age on the disabled persons' federation's list, and how each is
    placed.

    Held whole under restricted purposes. Excused is only whom the county's expert committee has assessed.
    """

    label = "残疾儿童少年"
    words = "残联名册上的适龄残疾儿童少年和每人的教育安置；限定用途使用。"
    english = "children with disabilities"
    reference = "残联持证残疾儿童少年名册与教育部门“一人一案”安置台账（表式未核）"
    office = "基教科"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.SPECIAL_EDUCATION, Purpose.STUDENT_AID, Purpose.DROPOUT_PREVENTION, Purpose.STATISTICS)
    key = ("id_no", "county_code")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        SEX,
        replace(BIRTH, required=True),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(TOWN_CODE, privacy=Privacy.P2),
        Column(
            name="certificate_no",
            type=TEXT,
            label="残疾证号",
            also=("残疾人证号",),
            privacy=Privacy.P4,
            vault=True,
            example="52030220140831001311",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="残疾类别",
            also=("残疾类型",),
            codes="disability_kinds",
            privacy=Privacy.P4,
            required=True,
            example="2",
        ),
        Column(
            name="grade_code",
            type=CODE,
            label="残疾等级",
            also=("残疾级别",),
            codes="disability_grades",
            privacy=Privacy.P4,
            example="2",
        ),
        Column(
            name="placement_code",
            type=CODE,
            label="安置方式",
            also=("教育安置方式", "就读情况"),
            codes="placements",
            privacy=Privacy.P4,
            example="inclusive",
        ),
        Column(
            name="placed_at_code",
            type=TEXT,
            label="安置学校标识码",
            also=("就读学校标识码",),
            privacy=Privacy.P4,
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="2152000001",
        ),
        Column(name="placed_on", type=DATE, label="安置日期", privacy=Privacy.P4, example="2020-09-01"),
        Column(
            name="assessed_on",
            type=DATE,
            label="评估日期",
            also=("入学评估日期",),
            privacy=Privacy.P4,
            example="2020-07-15",
        ),
        Column(
            name="is_excused",
            type=BOOLEAN,
            label="是否不具备学习条件",
            meaning="found unable to learn by the county's expert committee",
            note="经县级专家委员会评估不具备学习条件",
            privacy=Privacy.P4,
            example="否",
        ),
        Column(
            name="has_individual_plan",
            type=BOOLEAN,
            label="是否一人一案",
            also=("是否制定个别化教育计划",),
            privacy=Privacy.P4,
            example="是",
        ),
        replace(DOCUMENT_NO, privacy=Privacy.P2, meaning="the committee's document", note="专家委员会评估文件的文号"),
    )
    references = (Reference(("placed_at_code",), "schools", ("school_code",), required=False),)
    checks = (
        Check(
            "excused_by_an_assessment",
            "NOT is_excused OR assessed_on IS NOT NULL",
            Words("不具备学习条件但没有评估日期", "excused without an assessment"),
            Words("填写专家委员会评估日期和文号", "give the committee's day and document"),
        ),
        Check(
            "placed_where",
            "placement_code NOT IN ('inclusive', 'special_class', 'special_school') OR placed_at_code IS NOT NULL",
            Words("已安置但没有安置学校", "placed, but at no school"),
            Words("填写安置学校的标识码", "give the school's code"),
            Severity.WARNING,
        ),
    )
