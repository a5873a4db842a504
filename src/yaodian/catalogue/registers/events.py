"""活动: events held."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.period import MONTH
from yaodian.domain.unit_of_measure import PERSON, SCHOOL_UNIT

KINDS = (
    Code("meeting", "会议", ("推进会", "现场会")),
    Code("contest", "比赛", ("大赛", "竞赛")),
    Code("games", "运动会"),
    Code("festival", "艺术节", ("节庆",)),
    Code("exchange", "交流", ("研讨",)),
    Code("campaign", "主题活动", ("宣传",)),
    Code("campus", "进校园活动", ("进校园",)),
    Code("exhibition", "展示"),
)


class Events(Register):
    """活动: a meeting, contest, festival or campaign that was held: what, by whom, when, how many took part."""

    label = "活动"
    words = "一次会议、比赛、节庆或活动：什么、谁办、哪天、多少人参加。"
    english = "events held"
    reference = "活动通知、方案和小结；每行写明文号"
    office = "牵头举办的科室"
    every = MONTH
    time, dated_by, arrives = EVENT, "held_on", EVENTS
    key = ("event_no",)
    columns = (
        Column(
            name="event_no",
            type=TEXT,
            label="活动编号",
            also=("编号",),
            privacy=Privacy.P0,
            required=True,
            example="HD-2020-009",
        ),
        Column(
            name="title",
            type=TEXT,
            label="活动名称",
            also=("名称",),
            privacy=Privacy.P0,
            required=True,
            example="第三届讲故事大赛",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="活动类别",
            also=("类别",),
            codes=KINDS,
            privacy=Privacy.P0,
            required=True,
            example="contest",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="级别",
            codes="levels",
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="organiser_code",
            type=TEXT,
            label="主办单位代码",
            also=("主办单位",),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="basic_education",
        ),
        Column(
            name="held_on",
            type=DATE,
            label="举办日期",
            also=("开始日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-09-20",
        ),
        Column(name="ended_on", type=DATE, label="结束日期", privacy=Privacy.P0, example="2020-09-21"),
        Column(name="edition_no", type=INTEGER, label="届次", also=("第几届",), privacy=Privacy.P0, low=1, example="3"),
        replace(COUNTY_CODE, required=False),
        Column(
            name="school_count",
            type=INTEGER,
            label="参加学校数",
            unit=SCHOOL_UNIT,
            low=0,
            privacy=Privacy.P0,
            example="60",
        ),
        Column(
            name="participant_count",
            type=INTEGER,
            label="参加人数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="480",
        ),
        Column(
            name="is_approved",
            type=BOOLEAN,
            label="是否经审批备案",
            meaning="for what comes into schools from outside: whether it is on the approved list",
            note="进校园活动是否列入审批清单",
            also=("进校园审批",),
            privacy=Privacy.P0,
            example="是",
        ),
        Column(
            name="is_related_to_teaching", type=BOOLEAN, label="是否与教育教学相关", privacy=Privacy.P0, example="是"
        ),
        DOCUMENT_NO,
    )
    references = (Reference(("organiser_code",), "units", ("unit_code",), required=False),)
    checks = (not_before(("ended_on", "结束日期"), ("held_on", "举办日期")),)
