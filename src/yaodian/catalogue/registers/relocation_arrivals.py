"""安置点随迁学生到位: children arriving at relocation sites."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import ID_NO, NAME
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import GRADE
from yaodian.declare.column import BOOLEAN, DATE, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY


class RelocationArrivals(Register):
    """安置点随迁学生到位: a child of a relocated household that needs a place at the new site, and the school that took it."""

    label = "安置点随迁学生到位"
    words = "随家庭搬到安置点、需要入学的一名儿童和接收学校。"
    english = "children arriving at relocation sites"
    reference = "易地扶贫搬迁安置点教育保障工作台账（表式未核）"
    office = "基教科"
    every = MONTH
    time, dated_by, arrives = EVENT, "arrived_on", EVENTS
    places = ((COUNTY, "county_code"),)
    about_persons = True
    purposes = (Purpose.DROPOUT_PREVENTION, Purpose.ADMISSION, Purpose.STATISTICS)
    key = ("id_no", "site_name", "arrived_on")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        replace(COUNTY_CODE, privacy=Privacy.P2),
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
            name="arrived_on",
            type=DATE,
            label="到达日期",
            also=("搬入日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-06-18",
        ),
        replace(GRADE, privacy=Privacy.P2, label="应读年级"),
        Column(
            name="from_school_code",
            type=TEXT,
            label="原就读学校标识码",
            also=("原学校",),
            privacy=Privacy.P2,
            pattern=r"\d{10}",
            example="2152000002",
        ),
        Column(
            name="school_code",
            type=TEXT,
            label="接收学校标识码",
            also=("接收学校",),
            privacy=Privacy.P2,
            element="XXDM",
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="2152000001",
        ),
        Column(
            name="placed_on", type=DATE, label="入学日期", also=("接收日期",), privacy=Privacy.P2, example="2020-09-01"
        ),
        Column(
            name="is_still_at_old_school",
            type=BOOLEAN,
            label="是否仍在原校就读",
            also=("原地就读",),
            privacy=Privacy.P2,
            example="否",
        ),
    )
    references = (
        Reference(("school_code",), "schools", required=False),
        Reference(("id_no", "site_name"), "relocated_persons", required=False),
    )
    checks = (
        Check(
            "placed_where",
            "placed_on IS NULL OR school_code IS NOT NULL",
            Words("有入学日期但没有接收学校", "placed, but at no school"),
            Words("填写接收学校的标识码", "give the school's code"),
        ),
    )
