"""投诉举报: complaints."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column
from yaodian.declare.register import CHANGES, STATE, Reference, Register
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY, SCHOOL

CHANNELS = (
    Code("hotline", "热线", ("12345", "电话")),
    Code("letter", "来信"),
    Code("visit", "来访"),
    Code("web", "网络", ("网上信访",)),
    Code("leaders_box", "领导信箱"),
    Code("media", "媒体"),
)
TOPICS = (
    Code("fees", "乱收费", ("收费",)),
    Code("admission", "招生", ("乱招生",)),
    Code("tutoring", "违规补课", ("有偿补课", "乱补课")),
    Code("tutoring_firm", "校外培训", ("校外培训机构",)),
    Code("ethics", "师德师风", ("师德",)),
    Code("safety", "安全"),
    Code("meals", "食堂", ("营养餐",)),
    Code("burden", "课业负担", ("作业",)),
    Code("aid", "资助"),
    Code("pay", "拖欠工资", ("待遇",)),
    Code("other", "其他"),
)


class Complaints(Register):
    """投诉举报: a complaint or report from the public: about what and which school, when answered; never who complained."""

    label = "投诉举报"
    words = "一件投诉举报：反映什么、涉及哪校、何时办结；不记投诉人。"
    english = "complaints"
    reference = "《信访工作条例》施行前为《信访条例》（国务院令第431号；原文未核）；投诉举报受理台账"
    office = "局办公室"
    every = MONTH
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "received_on", "closed_on"
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("complaint_no",)
    columns = (
        Column(name="complaint_no", type=TEXT, label="受理编号", also=("编号",), required=True, example="TS-2020-0112"),
        Column(
            name="received_on", type=DATE, label="受理日期", also=("收到日期",), required=True, example="2020-05-12"
        ),
        Column(
            name="channel_code",
            type=CODE,
            label="来源",
            also=("渠道",),
            codes=CHANNELS,
            required=True,
            example="hotline",
        ),
        Column(
            name="topic_code",
            type=CODE,
            label="事项类别",
            also=("反映问题",),
            codes=TOPICS,
            required=True,
            example="tutoring",
        ),
        replace(COUNTY_CODE, required=False),
        replace(SCHOOL_CODE, required=False),
        Column(
            name="handled_by_code",
            type=TEXT,
            label="承办单位代码",
            also=("承办单位",),
            refers_to="units.unit_code",
            example="520302",
        ),
        Column(name="due_on", type=DATE, label="办结期限", example="2020-07-11"),
        Column(name="closed_on", type=DATE, label="办结日期", example="2020-06-01"),
        Column(name="is_true", type=BOOLEAN, label="是否属实", also=("属实",), example="否"),
        Column(name="is_satisfied", type=BOOLEAN, label="是否满意", also=("回访满意",), example="是"),
    )
    references = (
        Reference(("school_code",), "schools", required=False),
        Reference(("handled_by_code",), "units", ("unit_code",), required=False),
    )
    checks = (not_before(("closed_on", "办结日期"), ("received_on", "受理日期")),)
