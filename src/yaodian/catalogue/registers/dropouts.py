"""失学辍学台账: children reported as not attending."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import BIRTH, ID_NO, NAME, SEX, STUDENT_NO
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Reference, Register, snapshot
from yaodian.domain.access import Purpose
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY, TOWN

KINDS = (Code("never_enrolled", "失学", ("未入学",)), Code("dropped_out", "辍学"), Code("suspected", "疑似辍学"))
STEPS = (
    Code("persuasion", "宣传教育", ("劝返",)),
    Code("order", "责令限期改正", ("限期复学通知书",)),
    Code("penalty", "行政处罚"),
    Code("court", "申请强制执行", ("提起诉讼",)),
    Code("none", "未采取"),
)
OUTCOMES = (
    Code("open", "未返校", ("在办",)),
    Code("returned", "已复学", ("劝返复学",)),
    Code("vocational", "转入中职"),
    Code("home", "送教上门"),
    Code("excused", "延缓或免予入学", ("不具备学习条件",)),
    Code("moved", "已迁出", ("转往外地",)),
    Code("over_age", "超龄"),
    Code("deceased", "死亡"),
)


class Dropouts(Register):
    """失学辍学台账: a child that a county reports as out of school, with the reason and what became of it: the list
    beside which our own reconciliation stands.

    Beliefs are never a reason that is recorded.
    """

    label = "失学辍学台账"
    words = "县里报告的失学辍学儿童、原因和处置结果，与本系统的比对结果并列；不记信仰类原因。"
    english = "children reported as not attending"
    reference = "《国务院办公厅关于进一步加强控辍保学提高义务教育巩固水平的通知》（国办发〔2017〕72号；原文未核）；控辍保学台账（表式未核）"
    office = "控辍保学工作专班"
    every = MONTH
    time, arrives = STATE, snapshot("county_code")
    holds_from, holds_to = "found_on", "closed_on"
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    about_persons = True
    purposes = (Purpose.DROPOUT_PREVENTION, Purpose.STATISTICS)
    key = ("id_no", "found_on")
    columns = (
        replace(ID_NO, required=True),
        NAME,
        SEX,
        BIRTH,
        replace(STUDENT_NO, required=False),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(TOWN_CODE, privacy=Privacy.P2),
        Column(
            name="school_code",
            type=TEXT,
            label="原就读学校标识码",
            also=("原就读学校",),
            privacy=Privacy.P2,
            element="XXDM",
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="3152000001",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="类别",
            codes=KINDS,
            privacy=Privacy.P2,
            required=True,
            example="dropped_out",
        ),
        Column(
            name="found_on",
            type=DATE,
            label="发现日期",
            also=("失学辍学日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-05-06",
        ),
        Column(
            name="reason_code",
            type=CODE,
            label="失学辍学原因",
            also=("辍学原因",),
            codes="dropout_reasons",
            privacy=Privacy.P4,
            required=True,
            example="weariness",
        ),
        Column(
            name="step_code",
            type=CODE,
            label="已采取措施",
            also=("法律步骤",),
            codes=STEPS,
            privacy=Privacy.P2,
            example="persuasion",
        ),
        Column(
            name="outcome_code",
            type=CODE,
            label="处置结果",
            also=("去向",),
            codes=OUTCOMES,
            privacy=Privacy.P2,
            required=True,
            example="returned",
        ),
        Column(name="returned_on", type=DATE, label="复学日期", privacy=Privacy.P2, example="2020-05-20"),
        Column(name="closed_on", type=DATE, label="销号日期", privacy=Privacy.P2, example="2020-06-20"),
    )
    references = (Reference(("school_code",), "schools", required=False),)
    checks = (
        not_before(("closed_on", "销号日期"), ("found_on", "发现日期")),
        not_before(("returned_on", "复学日期"), ("found_on", "发现日期")),
    )
