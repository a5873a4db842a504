"""其他重点保障对象: members of other priority groups."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import BIRTH, ID_NO, NAME, SEX
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import QUARTER
from yaodian.domain.place import COUNTY, TOWN


class PriorityGroupMembers(Register):
    """其他重点保障对象: children on the lists of civil affairs and the disabled persons' federation that give a right to aid.

    Minimum income, extreme poverty, orphans, poor families with disability; held whole under restricted purposes.
    """

    label = "其他重点保障对象"
    words = "民政、残联名册上享受资助的对象：低保、特困、孤儿等；整份登记限定用途使用。"
    english = "members of other priority groups"
    reference = "民政、残联部门名册；对象类别依学生生活补助政策（转述，原文未核）"
    office = "学生资助中心"
    every = QUARTER
    time, arrives = STATE, snapshot("county_code", "group_code")
    holds_from, holds_to = "since_on", "until_on"
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.STUDENT_AID, Purpose.CARE, Purpose.STATISTICS)
    key = ("id_no", "group_code", "county_code")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        Column(
            name="group_code",
            type=CODE,
            label="对象类别",
            also=("救助类别", "困难类别"),
            codes="aid_groups",
            privacy=Privacy.P4,
            required=True,
            example="minimum_income",
        ),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(TOWN_CODE, privacy=Privacy.P2),
        SEX,
        BIRTH,
        Column(
            name="household_no",
            type=TEXT,
            label="救助证号",
            also=("户编号",),
            privacy=Privacy.P4,
            vault=True,
            example="DB520302000123",
        ),
        Column(
            name="since_on", type=DATE, label="认定日期", also=("纳入日期",), privacy=Privacy.P2, example="2019-07-01"
        ),
        Column(name="until_on", type=DATE, label="退出日期", also=("停发日期",), privacy=Privacy.P2),
        replace(DOCUMENT_NO, privacy=Privacy.P2),
    )
    checks = (not_before(("until_on", "退出日期"), ("since_on", "认定日期")),)
