"""居住证与务工证明: residence permits."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import ADDRESS, BIRTH, ID_NO, NAME
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import BOOLEAN, DATE, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, TOWN


class ResidencePermits(Register):
    """居住证与务工证明: a migrant child's proof of living in a county, by which it has a right to a place there."""

    label = "居住证与务工证明"
    words = "随迁子女在一个县的居住证明，是在当地入学的依据。"
    english = "residence permits"
    reference = "《居住证暂行条例》（国务院令第663号；原文未核）；随迁子女入学材料由省级规定"
    office = "公安局（数据由基教科接收）"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.ADMISSION, Purpose.STATISTICS)
    key = ("id_no", "county_code")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        BIRTH,
        replace(COUNTY_CODE, privacy=Privacy.P2, label="居住地县（市、区）", also=("居住县",)),
        replace(TOWN_CODE, privacy=Privacy.P2),
        ADDRESS,
        Column(
            name="permit_no", type=TEXT, label="居住证号", privacy=Privacy.P4, vault=True, example="520302202000123456"
        ),
        Column(
            name="guardian_name",
            type=TEXT,
            label="监护人姓名",
            also=("持证人姓名",),
            privacy=Privacy.P3,
            vault=True,
            example="赵某",
        ),
        Column(
            name="hukou_place_code",
            type=TEXT,
            label="户籍地行政区划码",
            privacy=Privacy.P2,
            pattern=r"\d{6}",
            example="500227",
        ),
        Column(name="issued_on", type=DATE, label="签发日期", privacy=Privacy.P2, example="2019-08-10"),
        Column(name="expires_on", type=DATE, label="有效期至", privacy=Privacy.P2, example="2020-08-09"),
        Column(
            name="has_work_proof",
            type=BOOLEAN,
            label="是否有务工或经商证明",
            also=("务工证明",),
            privacy=Privacy.P2,
            example="是",
        ),
        Column(
            name="has_social_insurance",
            type=BOOLEAN,
            label="是否有社保证明",
            also=("社保",),
            privacy=Privacy.P2,
            example="否",
        ),
    )
    checks = (not_before(("expires_on", "有效期至"), ("issued_on", "签发日期")),)
