"""援鄂医疗队员子女: children of the medical team."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Check, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.domain.place import COUNTY


class MedicalTeamChildren(Register):
    """援鄂医疗队员子女: a child of a member of the medical team sent to Hubei, the place its parents chose, and the place
    given.
    """

    label = "援鄂医疗队员子女"
    words = "援鄂医疗队员子女、家长意愿和安排的学校。"
    english = "children of the medical team"
    reference = "卫生健康部门支援湖北医疗队员子女名册；照顾入学政策（2020年，文号未核）"
    office = "卫生健康局（数据由基教科接收）"
    time, arrives = STATE, CHANGES
    places = ((COUNTY, "county_code"),)
    about_persons = True
    purposes = (Purpose.ADMISSION, Purpose.CARE)
    key = ("id_no",)
    columns = (
        replace(ID_NO, required=True),
        NAME,
        SEX,
        BIRTH,
        replace(COUNTY_CODE, privacy=Privacy.P2),
        Column(name="parent_name", type=TEXT, label="医疗队员姓名", privacy=Privacy.P3, vault=True, example="王某"),
        Column(name="parent_unit", type=TEXT, label="医疗队员工作单位", privacy=Privacy.P2, example="某医院"),
        Column(
            name="wanted_stage_code",
            type=CODE,
            label="拟入学段",
            codes="stages",
            privacy=Privacy.P2,
            example="preschool",
        ),
        Column(
            name="wanted_school_code",
            type=TEXT,
            label="意愿学校标识码",
            also=("意愿学校",),
            privacy=Privacy.P2,
            pattern=r"\d{10}",
            example="1152000001",
        ),
        Column(
            name="school_code",
            type=TEXT,
            label="安排学校标识码",
            also=("安排学校",),
            privacy=Privacy.P2,
            element="XXDM",
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="1152000001",
        ),
        Column(
            name="placed_on", type=DATE, label="安排日期", also=("入学日期",), privacy=Privacy.P2, example="2020-09-01"
        ),
    )
    references = (Reference(("school_code",), "schools", required=False),)
    checks = (
        Check(
            "placed_where",
            "placed_on IS NULL OR school_code IS NOT NULL",
            Words("有安排日期但没有安排学校", "placed, but at no school"),
            Words("填写安排学校的标识码", "give the school's code"),
        ),
    )
