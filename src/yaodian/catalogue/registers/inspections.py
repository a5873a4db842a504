"""督导检查: inspections and checks."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import DAY_UNIT, ITEM, POINT

CONCLUSIONS = (
    Code("passed", "合格", ("通过",)),
    Code("passed_with_repairs", "基本合格", ("限期整改",)),
    Code("failed", "不合格", ("不通过",)),
    Code("none", "不作结论"),
)


class Inspections(Register):
    """督导检查: one visit of inspectors or of any office that checked a school: who, for what, when, with which result.

    The burden of a school is counted from here: every check is a row, whoever ordered it.
    """

    label = "督导检查"
    words = "一次督导或任何部门对一所学校的检查：谁组织、为什么、哪天、结论；学校迎检负担由此统计。"
    english = "inspections and checks"
    reference = "《教育督导条例》（国务院令第624号）；“督查检查考核”年度计划清单"
    office = "督导办"
    every = MONTH
    time, dated_by, arrives = EVENT, "began_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    key = ("inspection_no", "school_code")
    columns = (
        Column(
            name="inspection_no",
            type=TEXT,
            label="督导编号",
            also=("检查编号",),
            privacy=Privacy.P0,
            required=True,
            example="DD-2020-018",
        ),
        SCHOOL_CODE,
        Column(
            name="kind_code",
            type=CODE,
            label="督导形式",
            also=("检查类型", "形式"),
            codes="inspection_kinds",
            privacy=Privacy.P0,
            required=True,
            example="regular",
        ),
        Column(
            name="subject",
            type=TEXT,
            label="督导主题",
            also=("检查内容", "主题"),
            privacy=Privacy.P0,
            required=True,
            example="春季开学",
        ),
        Column(
            name="ordered_by_code",
            type=TEXT,
            label="组织单位代码",
            also=("组织单位",),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="inspection_office",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="组织级别",
            also=("级别",),
            codes="levels",
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="began_on",
            type=DATE,
            label="督导日期",
            also=("检查日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-05-07",
        ),
        Column(
            name="days",
            type=DECIMAL,
            label="用时天数",
            also=("天数",),
            unit=DAY_UNIT,
            low=0,
            privacy=Privacy.P0,
            example="0.5",
        ),
        Column(
            name="is_planned",
            type=BOOLEAN,
            label="是否列入年度计划",
            also=("计划内",),
            privacy=Privacy.P0,
            required=True,
            example="是",
        ),
        Column(
            name="score",
            type=DECIMAL,
            label="得分",
            also=("评分",),
            unit=POINT,
            low=0,
            privacy=Privacy.P0,
            example="92",
        ),
        Column(
            name="conclusion_code",
            type=CODE,
            label="结论",
            also=("督导结论",),
            codes=CONCLUSIONS,
            privacy=Privacy.P0,
            example="passed",
        ),
        Column(
            name="problem_count",
            type=INTEGER,
            label="发现问题数",
            also=("问题数",),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="3",
        ),
        Column(
            name="repaired_count",
            type=INTEGER,
            label="已整改问题数",
            also=("已整改数",),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="2",
        ),
        Column(
            name="report_on", type=DATE, label="反馈日期", also=("报告日期",), privacy=Privacy.P0, example="2020-05-20"
        ),
    )
    references = (IN_SCHOOL, Reference(("ordered_by_code",), "units", ("unit_code",), required=False))
    checks = (
        Check(
            "repaired_within_found",
            "repaired_count IS NULL OR problem_count IS NULL OR repaired_count <= problem_count",
            Words("已整改数多于发现问题数", "more repaired than found"),
            Words("核对两个数", "check both numbers"),
        ),
        not_before(("report_on", "反馈日期"), ("began_on", "督导日期")),
    )
