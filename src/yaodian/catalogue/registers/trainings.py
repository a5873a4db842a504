"""培训: trainings held."""

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.declare.column import CODE, DATE, DECIMAL, INTEGER, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import TERM
from yaodian.domain.unit_of_measure import LESSON, PERSON, YUAN

PROGRAMMES = (
    Code("national", "国培", ("国培计划",)),
    Code("provincial", "省培"),
    Code("city", "市培"),
    Code("county", "县培"),
    Code("high_end", "高端项目", ("名师名校长",)),
    Code("other", "其他"),
)


class Trainings(Register):
    """培训: a training programme: subject, level, for whom, how many places and how many of them for rural teachers."""

    label = "培训"
    words = "一个培训项目：主题、级别、对象、人数和其中农村教师人数。"
    english = "trainings held"
    reference = "各级教师培训年度计划；每行写明文号"
    office = "人事教师科"
    every = TERM
    time, dated_by, arrives = EVENT, "began_on", EVENTS
    key = ("training_no",)
    columns = (
        Column(
            name="training_no",
            type=TEXT,
            label="培训项目编号",
            also=("项目编号",),
            privacy=Privacy.P0,
            required=True,
            example="PX-2020-012",
        ),
        Column(
            name="training_name",
            type=TEXT,
            label="培训项目名称",
            also=("培训名称",),
            privacy=Privacy.P0,
            required=True,
            example="思政课骨干教师培训",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="培训级别",
            also=("级别",),
            codes="levels",
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="programme_code",
            type=CODE,
            label="项目类别",
            codes=PROGRAMMES,
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="began_on",
            type=DATE,
            label="开始日期",
            also=("开班日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-08-11",
        ),
        Column(
            name="ended_on", type=DATE, label="结束日期", also=("结业日期",), privacy=Privacy.P0, example="2020-08-20"
        ),
        Column(name="audience", type=TEXT, label="培训对象", privacy=Privacy.P0, example="思政课骨干教师"),
        Column(name="topic", type=TEXT, label="培训主题", also=("主题",), privacy=Privacy.P0, example="思政课改革创新"),
        Column(
            name="planned_count",
            type=INTEGER,
            label="计划人数",
            also=("指标数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="200",
        ),
        Column(
            name="trained_count",
            type=INTEGER,
            label="实训人数",
            also=("参训人数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="196",
        ),
        Column(
            name="rural_count",
            type=INTEGER,
            label="农村教师人数",
            also=("乡村教师人数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="120",
        ),
        Column(name="lessons", type=DECIMAL, label="学时", unit=LESSON, low=0, privacy=Privacy.P0, example="80"),
        Column(
            name="cost_yuan",
            type=MONEY,
            label="经费",
            also=("培训经费",),
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="360000.00",
        ),
        Column(
            name="organiser", type=TEXT, label="主办单位", also=("承办单位",), privacy=Privacy.P0, example="市教科院"
        ),
        DOCUMENT_NO,
    )
    checks = (
        not_before(("ended_on", "结束日期"), ("began_on", "开始日期")),
        Check(
            "rural_within_all",
            "rural_count IS NULL OR trained_count IS NULL OR rural_count <= trained_count",
            Words("农村教师人数多于参训人数", "more rural teachers than were trained"),
            Words("核对两个人数", "check both numbers"),
        ),
    )
