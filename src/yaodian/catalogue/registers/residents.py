"""适龄人口: residents aged 3–17."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import ADDRESS, BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, TOWN

REGISTRATIONS = (
    Code("registered", "户籍人口", ("户籍", "常住户籍")),
    Code("migrant", "流动人口", ("流入", "暂住")),
    Code("away", "人户分离", ("外出", "流出")),
)


class Residents(Register):
    """适龄人口: the children and young people aged 3 to 17 whom the police list as registered or living in a place.

    The denominator of school attendance; each programme takes the ages that its own rule names.
    """

    label = "适龄人口"
    words = "公安名册上居住或户籍在一地的3—17岁儿童少年，是入学情况的分母。"
    english = "residents aged 3–17"
    reference = "户籍和流动人口信息比对（控辍保学“四查三比对”；公安部门提供，提供办法由本地协议定）"
    office = "控辍保学工作专班"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.DROPOUT_PREVENTION, Purpose.ADMISSION, Purpose.STATISTICS)
    key = ("id_no", "county_code")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        replace(SEX, required=True),
        replace(BIRTH, required=True),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(TOWN_CODE, privacy=Privacy.P2),
        Column(
            name="village",
            type=TEXT,
            label="村（社区）",
            also=("村居", "村"),
            privacy=Privacy.P3,
            vault=True,
            example="某村",
        ),
        ADDRESS,
        Column(
            name="household_no",
            type=TEXT,
            label="户号",
            also=("户籍户号",),
            privacy=Privacy.P3,
            vault=True,
            example="520302000123",
        ),
        Column(
            name="householder",
            type=TEXT,
            label="户主姓名",
            also=("户主",),
            privacy=Privacy.P3,
            vault=True,
            example="张某",
        ),
        Column(
            name="registered_code",
            type=CODE,
            label="户籍状态",
            also=("人口类别",),
            codes=REGISTRATIONS,
            privacy=Privacy.P2,
            required=True,
            example="registered",
        ),
        Column(
            name="hukou_place_code",
            type=TEXT,
            label="户籍地行政区划码",
            privacy=Privacy.P2,
            pattern=r"\d{6}",
            example="520302",
        ),
        Column(
            name="hukou_kind_code",
            type=CODE,
            label="户口性质",
            codes="hukou_kinds",
            privacy=Privacy.P2,
            example="rural",
        ),
        Column(name="moved_in_on", type=DATE, label="迁入日期", privacy=Privacy.P2),
        Column(name="moved_out_on", type=DATE, label="迁出日期", also=("注销日期",), privacy=Privacy.P2),
        Column(name="died_on", type=DATE, label="死亡日期", privacy=Privacy.P2),
    )
    checks = (
        not_before(("moved_out_on", "迁出日期"), ("moved_in_on", "迁入日期")),
        not_before(("died_on", "死亡日期"), ("birth_on", "出生日期")),
    )
