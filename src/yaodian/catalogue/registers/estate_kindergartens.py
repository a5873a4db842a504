"""小区配套幼儿园: estate kindergartens."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import CODE, DATE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Reference, Register, snapshot
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY, SCHOOL, TOWN
from yaodian.domain.unit_of_measure import M2, PLACE_UNIT

PROBLEMS = (
    Code("not_planned", "规划不到位", ("未规划",)),
    Code("not_built", "建设不到位", ("未建",)),
    Code("not_handed_over", "移交不到位", ("未移交",)),
    Code("misused", "使用不到位", ("挪用",)),
    Code("none", "无问题"),
)
OPERATIONS = (
    Code("public", "公办"),
    Code("affordable", "普惠性民办"),
    Code("private", "营利性民办", ("非普惠",)),
    Code("unused", "未使用"),
)


class EstateKindergartens(Register):
    """小区配套幼儿园: a kindergarten that a housing estate had to build: planned, built, handed over, put to use as
    public or affordable.
    """

    label = "小区配套幼儿园"
    words = "住宅小区应配套建设的幼儿园：规划、建设、移交、使用到哪一步。"
    english = "estate kindergartens"
    reference = "《国务院办公厅关于开展城镇小区配套幼儿园治理工作的通知》（国办发〔2019〕3号；原文未核）"
    office = "职成幼科"
    every = MONTH
    time, arrives = STATE, snapshot("county_code")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"), (SCHOOL, "school_code"))
    key = ("estate_no",)
    columns = (
        Column(
            name="estate_no",
            type=TEXT,
            label="小区编号",
            also=("项目编号",),
            privacy=Privacy.P0,
            required=True,
            example="XQ-520302-018",
        ),
        Column(name="estate_name", type=TEXT, label="小区名称", privacy=Privacy.P0, required=True, example="某小区"),
        COUNTY_CODE,
        TOWN_CODE,
        Column(
            name="problem_code",
            type=CODE,
            label="存在问题",
            codes=PROBLEMS,
            privacy=Privacy.P0,
            required=True,
            example="not_handed_over",
        ),
        Column(
            name="planned_places",
            type=INTEGER,
            label="规划学位数",
            unit=PLACE_UNIT,
            privacy=Privacy.P0,
            low=0,
            example="270",
        ),
        Column(
            name="planned_m2", type=DECIMAL, label="规划建筑面积", unit=M2, privacy=Privacy.P0, low=0, example="3200"
        ),
        Column(name="built_on", type=DATE, label="建成日期", privacy=Privacy.P0, example="2018-12-30"),
        Column(name="handed_over_on", type=DATE, label="移交日期", privacy=Privacy.P0, example="2020-07-20"),
        Column(
            name="run_as_code",
            type=CODE,
            label="办园性质",
            also=("使用性质",),
            codes=OPERATIONS,
            privacy=Privacy.P0,
            example="public",
        ),
        Column(
            name="school_code",
            type=TEXT,
            label="幼儿园标识码",
            privacy=Privacy.P0,
            element="XXDM",
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="1152000001",
        ),
        Column(
            name="due_on", type=DATE, label="治理期限", also=("整改期限",), privacy=Privacy.P0, example="2020-12-31"
        ),
        Column(name="done_on", type=DATE, label="治理完成日期", privacy=Privacy.P0, example="2020-09-01"),
    )
    references = (Reference(("school_code",), "schools", required=False),)
    checks = (not_before(("handed_over_on", "移交日期"), ("built_on", "建成日期")),)
