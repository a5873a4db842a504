"""数据与表册索取: requests for data."""

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH
from yaodian.domain.unit_of_measure import ITEM

FORM_KINDS = (
    Code("table", "表格", ("报表",)),
    Code("report", "材料", ("总结", "报告")),
    Code("platform", "平台填报", ("系统填报",)),
    Code("app", "APP打卡", ("小程序",)),
    Code("form", "问卷"),
)
RHYTHMS = (
    Code("once", "一次性"),
    Code("daily", "每日", ("日报",)),
    Code("weekly", "每周", ("周报",)),
    Code("monthly", "每月", ("月报",)),
    Code("termly", "每学期"),
    Code("yearly", "每年", ("年报",)),
)


class DataRequests(Register):
    """数据与表册索取: a form, table or report asked of a school: who asked, by which document, how many fields, by when.

    The burden of a school is counted from here, in forms times fields.
    """

    label = "数据与表册索取"
    words = "向学校索取的一份表册、报告或填报：谁布置、依据什么、多少字段、何时交；学校负担由此统计。"
    english = "requests for data"
    reference = "《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（中办国办2019年；原文未核）"
    office = "局办公室"
    every = MONTH
    time, dated_by, arrives = EVENT, "asked_on", EVENTS
    key = ("request_no", "receiver_code")
    columns = (
        Column(
            name="request_no",
            type=TEXT,
            label="索取编号",
            also=("通知编号",),
            privacy=Privacy.P0,
            required=True,
            example="BB-2020-0087",
        ),
        Column(
            name="title",
            type=TEXT,
            label="表册名称",
            also=("报表名称", "通知标题"),
            privacy=Privacy.P0,
            required=True,
            example="春季开学疫情防控日报",
        ),
        Column(
            name="asked_by_code",
            type=TEXT,
            label="索取单位代码",
            also=("布置单位", "发文单位"),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="basic_education",
        ),
        Column(
            name="receiver_code",
            type=TEXT,
            label="填报单位代码",
            meaning="a school's ten digits, or a county's code",
            note="学校填10位标识码，县填行政区划代码",
            also=("填报学校", "学校标识码"),
            privacy=Privacy.P0,
            required=True,
            example="2152000001",
        ),
        Column(
            name="asked_on",
            type=DATE,
            label="布置日期",
            also=("索取日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-03-16",
        ),
        Column(
            name="due_on", type=DATE, label="截止日期", also=("报送期限",), privacy=Privacy.P0, example="2020-03-20"
        ),
        Column(
            name="form_kind_code",
            type=CODE,
            label="形式",
            codes=FORM_KINDS,
            privacy=Privacy.P0,
            required=True,
            example="table",
        ),
        Column(
            name="field_count",
            type=INTEGER,
            label="指标数",
            also=("字段数", "填报项数"),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="24",
        ),
        Column(
            name="fields_in_registers",
            type=INTEGER,
            label="登记中已有的字段数",
            also=("可由登记提供",),
            unit=ITEM,
            low=0,
            privacy=Privacy.P0,
            example="18",
        ),
        Column(
            name="rhythm_code",
            type=CODE,
            label="频次",
            codes=RHYTHMS,
            privacy=Privacy.P0,
            required=True,
            example="daily",
        ),
        Column(
            name="is_listed",
            type=BOOLEAN,
            label="是否在年度目录内",
            also=("列入目录",),
            privacy=Privacy.P0,
            example="否",
        ),
        Column(
            name="answered_on",
            type=DATE,
            label="报送日期",
            also=("完成日期",),
            privacy=Privacy.P0,
            example="2020-03-19",
        ),
        DOCUMENT_NO,
    )
    references = (
        Reference(("receiver_code",), "schools", ("school_code",), required=False),
        Reference(("asked_by_code",), "units", ("unit_code",), required=False),
    )
    checks = (
        not_before(("due_on", "截止日期"), ("asked_on", "布置日期")),
        Check(
            "fields_within_all",
            "fields_in_registers IS NULL OR fields_in_registers <= field_count",
            Words("登记中已有的字段数多于字段数", "more fields in registers than there are"),
            Words("核对两个数", "check both numbers"),
        ),
    )
