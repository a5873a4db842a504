"""建设项目: building projects."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, MONEY, PERIOD, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Check, Reference, Register
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import M2, PLACE_UNIT, WAN_YUAN, YUAN

STATES = (
    Code("planned", "已列计划", ("未开工",)),
    Code("building", "在建"),
    Code("completed", "已竣工", ("已完工",)),
    Code("handed_over", "已交付"),
    Code("stopped", "停工", ("终止",)),
)


class Projects(Register):
    """建设项目: a building project: programme, county, school, budget by source, places and floor space it adds.

    What was reached on which day stands in `project_milestones`, what was paid in `project_payments`.
    """

    label = "建设项目"
    words = "一个建设项目：类别、所在县和学校、资金来源、新增学位和面积。"
    english = "building projects"
    reference = "教育基建项目年度计划和项目库；每行写明文号"
    office = "计财科"
    every = MONTH
    time, arrives = STATE, CHANGES
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("project_no",)
    columns = (
        Column(
            name="project_no",
            type=TEXT,
            label="项目编号",
            also=("项目代码", "项目统一代码"),
            privacy=Privacy.P0,
            required=True,
            example="2020-520302-83-01-000001",
        ),
        Column(
            name="project_name",
            type=TEXT,
            label="项目名称",
            privacy=Privacy.P0,
            required=True,
            example="某小学教学综合楼",
        ),
        COUNTY_CODE,
        replace(SCHOOL_CODE, required=False),
        Column(
            name="kind_code",
            type=CODE,
            label="项目类别",
            also=("建设类别",),
            codes="project_kinds",
            privacy=Privacy.P0,
            required=True,
            example="weak_school",
        ),
        Column(
            name="plan_year",
            type=PERIOD,
            label="计划年度",
            also=("列入计划年度",),
            privacy=Privacy.P0,
            required=True,
            example="2020",
        ),
        Column(
            name="content",
            type=TEXT,
            label="建设内容",
            also=("建设内容及规模",),
            privacy=Privacy.P0,
            example="新建教学综合楼2600平方米",
        ),
        Column(
            name="floor_m2",
            type=DECIMAL,
            label="建筑面积",
            also=("建设规模",),
            unit=M2,
            low=0,
            privacy=Privacy.P0,
            example="2600",
        ),
        Column(
            name="places_added",
            type=INTEGER,
            label="新增学位",
            also=("新增学位数",),
            unit=PLACE_UNIT,
            low=0,
            privacy=Privacy.P0,
            example="540",
        ),
        Column(
            name="budget_yuan",
            type=MONEY,
            label="总投资",
            also=("概算总投资",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="780",
        ),
        Column(
            name="central_yuan",
            type=MONEY,
            label="中央资金",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="400",
        ),
        Column(
            name="provincial_yuan",
            type=MONEY,
            label="省级资金",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="180",
        ),
        Column(
            name="city_yuan",
            type=MONEY,
            label="市级资金",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="100",
        ),
        Column(
            name="county_yuan",
            type=MONEY,
            label="县级资金",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="100",
        ),
        Column(name="planned_start_on", type=DATE, label="计划开工日期", privacy=Privacy.P0, example="2020-04-01"),
        Column(
            name="planned_completion_on",
            type=DATE,
            label="计划竣工日期",
            also=("计划完工日期",),
            privacy=Privacy.P0,
            example="2020-12-20",
        ),
        Column(
            name="state_code",
            type=CODE,
            label="项目状态",
            also=("建设状态",),
            codes=STATES,
            privacy=Privacy.P0,
            required=True,
            example="building",
        ),
        Column(name="is_key", type=BOOLEAN, label="是否重点项目", privacy=Privacy.P0, example="否"),
        Column(name="owner", type=TEXT, label="建设单位", also=("业主单位",), privacy=Privacy.P0, example="某区教育局"),
        DOCUMENT_NO,
    )
    references = (Reference(("school_code",), "schools", required=False),)
    checks = (
        not_before(("planned_completion_on", "计划竣工日期"), ("planned_start_on", "计划开工日期")),
        Check(
            "sources_within_the_budget",
            "coalesce(central_yuan, 0) + coalesce(provincial_yuan, 0) + coalesce(city_yuan, 0) + coalesce(county_yuan, 0) <= budget_yuan",
            Words("各级资金之和大于总投资", "the sources add up to more than the budget"),
            Words("核对金额单位（万元）和各级资金", "check the unit (万元) and the sources"),
            Severity.WARNING,
        ),
    )
