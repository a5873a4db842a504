"""称号: titles held by schools and other bodies."""

from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Check, Reference, Register
from yaodian.domain.finding import Words
from yaodian.domain.place import COUNTY, SCHOOL

LEVELS = (
    Code("national", "国家级", ("全国",)),
    Code("provincial", "省级", ("全省", "省")),
    Code("city", "市级", ("全市", "市")),
    Code("county", "县级", ("区级", "县（市、区）级")),
)
P0 = Privacy.P0


class Designations(Register):
    """称号: a title that a school or another body (a museum, a farm) holds, from the day it was named until it ends.

    A row is one holder with one title of one level; re-assessment keeps the row, withdrawal or expiry ends it.
    """

    label = "称号（创建、评选、认定）"
    words = "学校或其他单位持有的称号，从命名之日到终止之日；复评不另起一行。"
    english = "designations"
    reference = "各级教育行政部门的命名文件；每行写明文号"
    office = "牵头创建评选的科室"
    time, arrives = STATE, CHANGES
    holds_from, holds_to = "named_on", "ended_on"
    places = ((COUNTY, "county_code"), (SCHOOL, "holder_code"))
    key = ("holder_code", "title", "level_code")
    columns = (
        Column(
            name="holder_code",
            type=TEXT,
            label="持有单位代码",
            meaning="学校标识码 of a school, the USCC of another body",
            note="学校填学校标识码，其他单位填统一社会信用代码",
            element="XXDM",
            also=("学校标识码", "学校代码"),
            required=True,
            pattern=r"\d{10}|[0-9A-HJ-NPQRTUWXY]{18}",
            privacy=P0,
            example="2152000001",
        ),
        Column(
            name="holder",
            type=TEXT,
            label="持有单位",
            also=("学校", "单位名称"),
            required=True,
            privacy=P0,
            example="某小学",
        ),
        Column(name="is_school", type=BOOLEAN, label="是否学校", required=True, privacy=P0, example="是"),
        Column(
            name="county_code",
            type=CODE,
            label="县（市、区）",
            element="XZQHM",
            codes="reporting_places",
            required=True,
            privacy=P0,
            example="520302",
        ),
        Column(
            name="title",
            type=TEXT,
            label="称号",
            meaning="the title without its level (劳动教育示范学校, not 市级劳动教育示范学校)",
            note="称号不带级别（写劳动教育示范学校，不写市级劳动教育示范学校）",
            also=("荣誉称号", "创建项目"),
            required=True,
            privacy=P0,
            example="劳动教育示范学校",
        ),
        Column(name="level_code", type=CODE, label="级别", codes=LEVELS, required=True, privacy=P0, example="city"),
        Column(
            name="named_on",
            type=DATE,
            label="命名日期",
            also=("命名时间", "认定日期"),
            required=True,
            privacy=P0,
            example="2020-11-20",
        ),
        Column(
            name="ended_on",
            type=DATE,
            label="终止日期",
            meaning="the first day on which the title was no longer held (withdrawn or expired)",
            note="撤销或到期后不再持有的第一天",
            also=("撤销日期",),
            privacy=P0,
        ),
        Column(name="named_by", type=TEXT, label="命名单位", privacy=P0, example="市教育局"),
        Column(
            name="document_no", type=TEXT, label="文号", also=("命名文号",), privacy=P0, example="某教发〔2020〕1号"
        ),
        Column(name="round_no", type=INTEGER, label="批次", privacy=P0, low=1, example="2"),
        Column(name="reassess_on", type=DATE, label="复评日期", also=("有效期至",), privacy=P0, example="2023-12-31"),
    )
    references = (Reference(("holder_code",), "schools", ("school_code",), required=False),)
    checks = (
        Check(
            "reassessed_after_naming",
            "reassess_on IS NULL OR reassess_on > named_on",
            Words("复评日期早于命名日期", "the re-assessment stands before the naming"),
            Words("核对两个日期", "check both days"),
        ),
        Check(
            "ended_after_naming",
            "ended_on IS NULL OR ended_on > named_on",
            Words("终止日期不晚于命名日期", "the title ended before it was named"),
            Words("核对两个日期", "check both days"),
        ),
    )
