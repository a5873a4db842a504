"""其他单位: other bodies."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Register
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON

KINDS = (
    Code("museum", "博物馆", ("纪念馆",)),
    Code("farm", "农场", ("农业园区",)),
    Code("centre", "青少年活动中心", ("实践基地",)),
    Code("enterprise", "企业"),
    Code("institute", "科研院所", ("研究院",)),
    Code("college", "高等学校", ("高校",)),
    Code("foundation", "基金会", ("社会组织",)),
    Code("other", "其他"),
)


class Bodies(Register):
    """其他单位: a body that is no school but holds a title, a base or a contract: a museum, a farm, a centre."""

    label = "其他单位"
    words = "不是学校而持有称号、基地或合同的单位，如博物馆、农场、活动中心。"
    english = "other bodies"
    reference = "市场监管、民政、机构编制部门的法人登记（统一社会信用代码）"
    office = "局办公室"
    time, arrives = STATE, CHANGES
    places = ((COUNTY, "county_code"),)
    key = ("uscc",)
    columns = (
        Column(
            name="uscc",
            type=TEXT,
            label="统一社会信用代码",
            also=("信用代码",),
            privacy=Privacy.P0,
            required=True,
            pattern="[0-9A-HJ-NPQRTUWXY]{18}",
            example="12110000101623741K",
        ),
        Column(
            name="body_name",
            type=TEXT,
            label="单位名称",
            also=("名称",),
            privacy=Privacy.P0,
            required=True,
            example="某博物馆",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="单位类别",
            codes=KINDS,
            privacy=Privacy.P0,
            required=True,
            example="museum",
        ),
        replace(COUNTY_CODE, required=False),
        Column(name="address", type=TEXT, label="地址", privacy=Privacy.P0, example="某街2号"),
        Column(
            name="capacity",
            type=INTEGER,
            label="可接待学生数",
            also=("日接待能力",),
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="300",
        ),
        Column(name="opened_on", type=DATE, label="成立日期", privacy=Privacy.P0, example="2007-10-01"),
        Column(name="closed_on", type=DATE, label="注销日期", privacy=Privacy.P0),
    )
    checks = (not_before(("closed_on", "注销日期"), ("opened_on", "成立日期")),)
