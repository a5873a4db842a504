"""申报: applications."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import CODE, DATE, DECIMAL, PERIOD, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Reference, Register
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import POINT

STATES = (
    Code("applied", "已申报"),
    Code("recommended", "已推荐"),
    Code("rejected_by_county", "县级未推荐"),
    Code("reviewed", "已评审"),
    Code("named", "已认定", ("入选",)),
    Code("refused", "未通过", ("未入选",)),
    Code("withdrawn", "撤回"),
)


class Applications(Register):
    """申报: an application for a title, a project, a post or a prize: who applied for which programme and what
    became of it.

    Scores of experts stand in `application_reviews`; the title won stands in `designations`.
    """

    label = "申报"
    words = "一份申报：哪个单位申报哪个项目，推荐、评审、公示、认定到哪一步。"
    english = "applications"
    reference = "评选、认定、申报通知和公示名单；每行写明文号"
    office = "牵头评选的科室"
    time, arrives = STATE, CHANGES
    places = ((COUNTY, "county_code"),)
    key = ("application_no",)
    columns = (
        Column(
            name="application_no",
            type=TEXT,
            label="申报编号",
            privacy=Privacy.P1,
            required=True,
            example="SB-2020-LD-0031",
        ),
        Column(
            name="programme",
            type=TEXT,
            label="申报项目",
            also=("项目名称",),
            privacy=Privacy.P0,
            required=True,
            example="劳动教育示范学校",
        ),
        Column(
            name="round_year",
            type=PERIOD,
            label="申报年度",
            also=("批次年度",),
            privacy=Privacy.P0,
            required=True,
            example="2020",
        ),
        Column(
            name="level_code",
            type=CODE,
            label="申报级别",
            codes="levels",
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="applicant_code",
            type=TEXT,
            label="申报单位代码",
            meaning="a school's ten digits, a body's USCC, a county's code",
            note="学校填10位标识码，其他单位填统一社会信用代码，县填行政区划代码",
            also=("申报单位标识码", "学校标识码"),
            privacy=Privacy.P0,
            required=True,
            example="2152000001",
        ),
        Column(name="applicant", type=TEXT, label="申报单位", privacy=Privacy.P0, example="某小学"),
        replace(COUNTY_CODE, required=False),
        Column(name="applied_on", type=DATE, label="申报日期", privacy=Privacy.P0, example="2020-05-20"),
        Column(
            name="recommended_on",
            type=DATE,
            label="推荐日期",
            also=("县级推荐日期",),
            privacy=Privacy.P0,
            example="2020-06-10",
        ),
        Column(name="reviewed_on", type=DATE, label="评审日期", privacy=Privacy.P0, example="2020-09-15"),
        Column(name="publicised_on", type=DATE, label="公示日期", privacy=Privacy.P0, example="2020-10-20"),
        Column(
            name="decided_on", type=DATE, label="认定日期", also=("决定日期",), privacy=Privacy.P0, example="2020-11-20"
        ),
        Column(
            name="state_code",
            type=CODE,
            label="申报状态",
            codes=STATES,
            privacy=Privacy.P0,
            required=True,
            example="named",
        ),
        Column(
            name="final_score",
            type=DECIMAL,
            label="综合得分",
            also=("平均分",),
            unit=POINT,
            privacy=Privacy.P0,
            low=0,
            example="88.5",
        ),
        DOCUMENT_NO,
    )
    references = (Reference(("applicant_code",), "schools", ("school_code",), required=False),)
    checks = (not_before(("decided_on", "认定日期"), ("applied_on", "申报日期")),)
