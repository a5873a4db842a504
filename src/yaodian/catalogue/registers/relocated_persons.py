"""易地扶贫搬迁花名册: persons relocated for poverty relief."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import QUARTER
from yaodian.domain.place import COUNTY


class RelocatedPersons(Register):
    """易地扶贫搬迁花名册: each person of a household that moved to a relocation site, with where from and where to."""

    label = "易地扶贫搬迁花名册"
    words = "易地扶贫搬迁户的每名成员：从哪里搬到哪个安置点。"
    english = "persons relocated for poverty relief"
    reference = "生态移民部门易地扶贫搬迁花名册（表式未核）"
    office = "生态移民局（数据由基教科接收）"
    every = QUARTER
    time, arrives = STATE, snapshot("county_code")
    holds_from = "moved_on"
    places = ((COUNTY, "county_code"),)
    about_persons = True
    purposes = (Purpose.STUDENT_AID, Purpose.DROPOUT_PREVENTION, Purpose.ADMISSION, Purpose.STATISTICS)
    key = ("id_no", "site_name")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        SEX,
        BIRTH,
        Column(name="household_no", type=TEXT, label="户编号", privacy=Privacy.P4, vault=True, example="520322000045"),
        replace(COUNTY_CODE, privacy=Privacy.P2, label="安置地县（市、区）", also=("安置县",)),
        Column(
            name="from_county_code",
            type=TEXT,
            label="迁出地行政区划码",
            also=("迁出县",),
            privacy=Privacy.P2,
            pattern=r"\d{6}",
            example="520325",
        ),
        Column(name="from_town_code", type=CODE, label="迁出地乡镇", codes="towns", privacy=Privacy.P2),
        Column(
            name="site_name",
            type=TEXT,
            label="安置点",
            also=("安置点名称",),
            privacy=Privacy.P2,
            required=True,
            example="某安置点",
        ),
        Column(
            name="moved_on",
            type=DATE,
            label="搬迁入住日期",
            also=("入住日期",),
            privacy=Privacy.P2,
            example="2019-11-05",
        ),
        Column(
            name="is_registered_poor",
            type=BOOLEAN,
            label="是否建档立卡户",
            also=("建档立卡",),
            privacy=Privacy.P4,
            example="是",
        ),
    )
