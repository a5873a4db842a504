"""建档立卡贫困人口: members of registered poor households."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import BOOLEAN, CODE, PERIOD, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Check, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.domain.period import QUARTER
from yaodian.domain.place import COUNTY, TOWN

STATES = (
    Code("poor", "未脱贫", ("在贫",)),
    Code("left", "已脱贫", ("脱贫", "脱贫享受政策")),
    Code("returned", "返贫"),
    Code("at_risk", "边缘易致贫", ("边缘户",)),
    Code("removed", "自然减少", ("剔除",)),
)


class PoorHouseholdMembers(Register):
    """建档立卡贫困人口: each member of a household registered as poor, as the poverty office's system lists it.

    Held whole under restricted purposes: to stand on this list is itself P4.
    """

    label = "建档立卡贫困人口"
    words = "扶贫系统中建档立卡贫困户的每名成员；整份登记限定用途使用。"
    english = "members of registered poor households"
    reference = (
        "国务院扶贫办《扶贫开发建档立卡工作方案》（国开办发〔2014〕24号）；全国扶贫开发信息系统导出表（列名未核）"
    )
    office = "扶贫办（数据由学生资助中心接收）"
    every = QUARTER
    time, arrives = STATE, snapshot("county_code")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.STUDENT_AID, Purpose.DROPOUT_PREVENTION, Purpose.STATISTICS)
    key = ("member_no",)
    columns = (
        Column(
            name="member_no",
            type=TEXT,
            label="人编号",
            also=("成员编号", "贫困人口编号"),
            privacy=Privacy.P4,
            vault=True,
            required=True,
            example="5203020001230001",
        ),
        Column(
            name="household_no",
            type=TEXT,
            label="户编号",
            also=("贫困户编号",),
            privacy=Privacy.P4,
            vault=True,
            required=True,
            example="520302000123",
        ),
        NAME,
        replace(ID_NO, required=True),
        SEX,
        BIRTH,
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(TOWN_CODE, privacy=Privacy.P2),
        Column(
            name="village",
            type=TEXT,
            label="行政村",
            also=("村（社区）",),
            privacy=Privacy.P3,
            vault=True,
            example="某村",
        ),
        Column(name="relation", type=TEXT, label="与户主关系", also=("关系",), privacy=Privacy.P2, example="之子"),
        Column(
            name="registered_year",
            type=PERIOD,
            label="识别年度",
            also=("识别时间", "建档年度"),
            privacy=Privacy.P2,
            example="2014",
        ),
        Column(name="left_year", type=PERIOD, label="脱贫年度", also=("脱贫时间",), privacy=Privacy.P2, example="2018"),
        Column(
            name="state_code",
            type=CODE,
            label="贫困户属性",
            also=("脱贫属性",),
            codes=STATES,
            privacy=Privacy.P4,
            required=True,
            example="left",
        ),
        Column(
            name="school_state",
            type=TEXT,
            label="在校生状况",
            meaning="what the poverty office's system says of schooling",
            note="扶贫系统中的就学状况",
            also=("在校状况",),
            privacy=Privacy.P2,
            example="小学三年级",
        ),
        Column(
            name="is_relocated",
            type=BOOLEAN,
            label="是否易地扶贫搬迁户",
            also=("易地搬迁",),
            privacy=Privacy.P4,
            example="否",
        ),
    )
    checks = (
        Check(
            "left_after_registered",
            "left_year IS NULL OR registered_year IS NULL OR left_year >= registered_year",
            Words("脱贫年度早于识别年度", "left poverty before being registered"),
            Words("核对两个年度", "check both years"),
        ),
    )
