"""关爱走访记录: care visits."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import ID_NO
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY, SCHOOL

VISITORS = (
    Code("teacher", "班主任或教师", ("班主任",)),
    Code("school", "学校"),
    Code("village", "村（居）委会", ("儿童主任",)),
    Code("civil_affairs", "民政部门"),
    Code("volunteer", "志愿者", ("爱心人士",)),
)
FORMS = (Code("home", "家访"), Code("phone", "电话", ("视频",)), Code("school", "在校谈心"), Code("group", "集体活动"))
FOLLOW_UPS = (Code("none", "无"), Code("help", "需帮扶"), Code("report", "已强制报告", ("已报告",)))


class CareVisits(Register):
    """关爱走访记录: one contact with a left-behind child: on which day, by which kind of person, in which form; never
    what was said.
    """

    label = "关爱走访记录"
    words = "对一名留守儿童的一次走访或联系：哪天、哪类人员、何种形式；不记谈话内容。"
    english = "care visits"
    reference = "农村留守儿童关爱服务台账（表式未核）"
    office = "基教科"
    every = MONTH
    time, dated_by, arrives = EVENT, "visited_on", EVENTS
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    about_persons = True
    purposes = (Purpose.CARE, Purpose.STATISTICS)
    key = ("id_no", "visited_on", "visitor_code")
    columns = (
        replace(ID_NO, required=True, refers_to="left_behind_children.id_no"),
        replace(COUNTY_CODE, privacy=Privacy.P2),
        replace(SCHOOL_CODE, required=False, privacy=Privacy.P2),
        Column(
            name="visited_on",
            type=DATE,
            label="走访日期",
            also=("联系日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-04-18",
        ),
        Column(
            name="visitor_code",
            type=CODE,
            label="走访人员类别",
            codes=VISITORS,
            privacy=Privacy.P2,
            required=True,
            example="teacher",
        ),
        Column(
            name="form_code",
            type=CODE,
            label="走访形式",
            codes=FORMS,
            privacy=Privacy.P2,
            required=True,
            example="home",
        ),
        Column(name="has_parents_contacted", type=BOOLEAN, label="是否联系父母", privacy=Privacy.P2, example="是"),
        Column(
            name="follow_up_code", type=CODE, label="后续处理", codes=FOLLOW_UPS, privacy=Privacy.P4, example="none"
        ),
    )
    references = (
        Reference(("id_no",), "left_behind_children", required=False),
        Reference(("school_code",), "schools", required=False),
    )
