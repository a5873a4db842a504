"""农村留守儿童: left-behind children."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import ADDRESS, BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Reference, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import QUARTER
from yaodian.domain.place import COUNTY, TOWN

PARENTS_AWAY = (
    Code("both", "父母双方外出", ("双亲外出",)),
    Code("one_no_care", "一方外出另一方无监护能力", ("单亲外出",)),
)


class LeftBehindChildren(Register):
    """农村留守儿童: children whose parents are away for work, as civil affairs list them, and who cares for them."""

    label = "农村留守儿童"
    words = "民政部门登记的农村留守儿童和照护人；限定用途使用。"
    english = "left-behind children"
    reference = (
        "《国务院关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号；原文未核）；民政部门农村留守儿童信息台账"
    )
    office = "民政局（数据由基教科接收）"
    every = QUARTER
    time, arrives = STATE, snapshot("county_code")
    holds_from, holds_to = "since_on", "until_on"
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.CARE, Purpose.DROPOUT_PREVENTION, Purpose.STATISTICS)
    key = ("id_no", "county_code")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        SEX,
        BIRTH,
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(TOWN_CODE, privacy=Privacy.P2),
        ADDRESS,
        Column(
            name="school_code",
            type=TEXT,
            label="就读学校标识码",
            also=("就读学校",),
            privacy=Privacy.P2,
            element="XXDM",
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="2152000001",
        ),
        Column(
            name="away_code",
            type=CODE,
            label="父母外出情形",
            codes=PARENTS_AWAY,
            privacy=Privacy.P2,
            required=True,
            example="both",
        ),
        Column(
            name="carer_name",
            type=TEXT,
            label="受委托监护人姓名",
            also=("委托照护人",),
            privacy=Privacy.P3,
            vault=True,
            example="李某",
        ),
        Column(
            name="carer_relation_code",
            type=CODE,
            label="受委托监护人关系",
            codes="guardian_relations",
            privacy=Privacy.P2,
            example="grandparent",
        ),
        Column(
            name="carer_phone",
            type=TEXT,
            label="受委托监护人电话",
            privacy=Privacy.P3,
            vault=True,
            example="13900000000",
        ),
        Column(name="is_without_care", type=BOOLEAN, label="是否无人监护", privacy=Privacy.P4, example="否"),
        Column(
            name="since_on", type=DATE, label="纳入日期", also=("登记日期",), privacy=Privacy.P2, example="2020-03-01"
        ),
        Column(name="until_on", type=DATE, label="退出日期", privacy=Privacy.P2),
    )
    references = (Reference(("school_code",), "schools", required=False),)
    checks = (not_before(("until_on", "退出日期"), ("since_on", "纳入日期")),)
