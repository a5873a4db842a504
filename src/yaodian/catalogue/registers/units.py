"""单位: organisation units."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.place import COUNTY


class Units(Register):
    """单位: the city's bureau, its offices, the counties, their education offices, townships, schools and other
    bodies, each from a day to a day.

    A code is never used again. A rename, a new parent or a new rank is a new row of the same code; what became of a
    unit
    that ended stands in `unit_successions`.
    """

    label = "单位"
    words = "市局、科室、县、乡镇、学校和其他单位，各有起止日期；更名或换上级另起一行，代码不变。"
    english = "organisation units"
    reference = "机构编制文件和民政部门行政区划批复；每行写明文号"
    office = "局办公室"
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "since_on", "until_on"
    places = ((COUNTY, "county_code"),)
    key = ("unit_code",)
    columns = (
        Column(
            name="unit_code",
            type=TEXT,
            label="单位代码",
            meaning="a place's code of GB/T 2260, a school's ten digits, a body's USCC, or the bureau's own id of an office",
            note="地区填行政区划代码，学校填标识码，其他单位填信用代码，科室填本局自定编号",
            privacy=Privacy.P0,
            required=True,
            example="520302",
        ),
        Column(
            name="name",
            type=TEXT,
            label="单位名称",
            also=("名称",),
            privacy=Privacy.P0,
            required=True,
            example="红花岗区",
        ),
        Column(name="short_name", type=TEXT, label="简称", also=("别名",), privacy=Privacy.P0, example="红花岗"),
        Column(
            name="kind_code",
            type=CODE,
            label="单位种类",
            also=("种类",),
            codes="unit_kinds",
            privacy=Privacy.P0,
            required=True,
            example="county",
        ),
        Column(
            name="parent_code",
            type=TEXT,
            label="上级单位代码",
            also=("上级代码",),
            privacy=Privacy.P0,
            refers_to="units.unit_code",
            example="520300",
        ),
        replace(COUNTY_CODE, required=False),
        Column(
            name="maps_to_codes",
            type=TEXT,
            label="出表归属",
            meaning="statutory divisions in whose tables a unit without a code of its own is counted",
            note="无国标代码的单位在法定报表中计入的区划",
            also=("对应区划",),
            privacy=Privacy.P0,
            example="520302,520303",
        ),
        Column(
            name="since_on",
            type=DATE,
            label="起始日期",
            meaning="the first day on which the unit was as this row says",
            note="本行所述情况开始的日期",
            also=("成立日期", "启用日期"),
            privacy=Privacy.P0,
            example="2016-03-20",
        ),
        Column(
            name="until_on",
            type=DATE,
            label="终止日期",
            meaning="the first day on which it no longer was",
            note="本行所述情况不再成立的第一天",
            also=("撤销日期",),
            privacy=Privacy.P0,
        ),
        DOCUMENT_NO,
    )
    references = (Reference(("parent_code",), "units", ("unit_code",), required=False),)
    checks = (
        Check(
            "not_its_own_parent",
            "parent_code IS NULL OR parent_code <> unit_code",
            Words("上级单位是它自己", "the unit is its own parent"),
            Words("填写真正的上级单位代码", "give the code of the unit above it"),
        ),
        not_before(("until_on", "终止日期"), ("since_on", "起始日期")),
    )
