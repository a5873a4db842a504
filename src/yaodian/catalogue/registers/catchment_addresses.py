"""学区地址: catchment addresses."""

from dataclasses import replace

from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.catalogue.columns.schools import YEAR_NO
from yaodian.declare.column import CODE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STOCK, Check, Reference, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY, TOWN
from yaodian.domain.unit_of_measure import ITEM

SIDES = (Code("both", "双侧"), Code("odd", "单号"), Code("even", "双号"))


class CatchmentAddresses(Register):
    """学区地址: the streets, estates and villages that make up a zone, with house numbers where a street is split."""

    label = "学区地址"
    words = "一个学区包含的街路、小区、村（社区）；一条路分属两个学区的写门牌号段。"
    english = "catchment addresses"
    reference = "县（市、区）义务教育学校划片招生方案附表"
    office = "县级教育行政部门"
    every = YEAR
    time, dated_by, arrives = STOCK, "year", snapshot("county_code", "year")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    key = ("zone_no", "year", "address_no")
    columns = (
        Column(
            name="zone_no",
            type=TEXT,
            label="学区编号",
            also=("片区编号",),
            privacy=Privacy.P0,
            required=True,
            refers_to="catchment_zones.zone_no",
            example="HHG-P-012",
        ),
        replace(YEAR_NO, label="招生年度"),
        COUNTY_CODE,
        Column(name="address_no", type=INTEGER, label="序号", privacy=Privacy.P0, low=1, required=True, example="1"),
        replace(TOWN_CODE, privacy=Privacy.P0),
        Column(name="village", type=TEXT, label="村（社区）", also=("村（居）",), privacy=Privacy.P0, example="某社区"),
        Column(name="street", type=TEXT, label="街道路名", also=("路名",), privacy=Privacy.P0, example="某路"),
        Column(name="estate", type=TEXT, label="小区", also=("楼盘",), privacy=Privacy.P0, example="某小区"),
        Column(name="first_house", type=INTEGER, label="起始门牌号", unit=ITEM, privacy=Privacy.P0, low=1, example="1"),
        Column(
            name="last_house", type=INTEGER, label="截止门牌号", unit=ITEM, privacy=Privacy.P0, low=1, example="199"
        ),
        Column(name="side_code", type=CODE, label="门牌单双", codes=SIDES, privacy=Privacy.P0, example="both"),
    )
    references = (Reference(("zone_no", "year"), "catchment_zones"),)
    checks = (
        Check(
            "house_numbers_in_order",
            "last_house IS NULL OR first_house IS NULL OR last_house >= first_house",
            Words("截止门牌号小于起始门牌号", "the last house stands before the first"),
            Words("核对两个门牌号", "check both house numbers"),
        ),
    )
