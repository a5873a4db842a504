"""安全隐患: hazards."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column
from yaodian.declare.register import CHANGES, STATE, Check, Reference, Register
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL

GRADES = (Code("major", "重大", ("重大隐患",)), Code("large", "较大"), Code("ordinary", "一般", ("一般隐患",)))


class Hazards(Register):
    """安全隐患: a hazard found at or near a school: what, how grave, by when it must be closed, and when it was."""

    label = "安全隐患"
    words = "学校内外查出的一处安全隐患：类别、等级、整改期限、销号日期。"
    english = "hazards"
    reference = "校园安全隐患排查整改台账（表式未核）"
    office = "法安科"
    every = MONTH
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "found_on", "closed_on"
    places = ((SCHOOL, "school_code"),)
    key = ("hazard_no",)
    columns = (
        Column(name="hazard_no", type=TEXT, label="隐患编号", also=("编号",), required=True, example="YH-2020-0031"),
        SCHOOL_CODE,
        Column(name="found_on", type=DATE, label="发现日期", also=("排查日期",), required=True, example="2020-04-15"),
        Column(
            name="kind_code",
            type=CODE,
            label="隐患类别",
            also=("类别",),
            codes="hazard_kinds",
            required=True,
            example="fire",
        ),
        Column(
            name="grade_code",
            type=CODE,
            label="隐患等级",
            also=("等级",),
            codes=GRADES,
            required=True,
            example="ordinary",
        ),
        Column(name="description", type=TEXT, label="隐患描述", also=("隐患内容",), example="三楼消火栓无水"),
        Column(name="found_by", type=TEXT, label="排查单位", also=("发现单位",), example="区消防救援大队"),
        Column(
            name="responsible_code",
            type=TEXT,
            label="整改责任单位代码",
            also=("责任单位",),
            refers_to="units.unit_code",
            example="520302",
        ),
        Column(name="due_on", type=DATE, label="整改期限", also=("整改时限",), required=True, example="2020-05-15"),
        Column(name="closed_on", type=DATE, label="整改完成日期", also=("销号日期",), example="2020-05-10"),
        Column(name="checked_by", type=TEXT, label="复核单位", also=("销号复核单位",), example="区教育局"),
        Column(name="is_outside", type=BOOLEAN, label="是否校园周边", also=("周边隐患",), example="否"),
    )
    references = (IN_SCHOOL, Reference(("responsible_code",), "units", ("unit_code",), required=False))
    checks = (
        not_before(("due_on", "整改期限"), ("found_on", "发现日期")),
        not_before(("closed_on", "整改完成日期"), ("found_on", "发现日期")),
        Check(
            "closed_by_another",
            "closed_on IS NULL OR checked_by IS NOT NULL",
            Words("已整改但没有复核单位", "closed, but nobody checked it"),
            Words("填写复核单位", "name who checked it"),
            Severity.WARNING,
        ),
    )
