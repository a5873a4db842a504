"""民办学校登记: registrations of private schools."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, SCHOOL_NAME
from yaodian.declare.column import BOOLEAN, CODE, DATE, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Register, snapshot
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import YUAN

KINDS = (Code("non_profit", "非营利性"), Code("for_profit", "营利性"), Code("undecided", "未选择", ("待分类",)))
YEARLY_CHECKS = (Code("passed", "合格"), Code("basically", "基本合格"), Code("failed", "不合格"), Code("none", "未检"))


class PrivateSchoolRegistrations(Register):
    """民办学校登记: how a private school is registered, for profit or not, when it was re-registered and by whom it is
    run.
    """

    label = "民办学校登记"
    words = "一所民办学校的分类登记、许可和年检情况。"
    english = "registrations of private schools"
    reference = "《中华人民共和国民办教育促进法》（2016年修正）第十九条；《民办学校分类登记实施细则》（教发〔2016〕19号；原文未核）"
    office = "职成幼科"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    places = ((SCHOOL, "school_code"), (COUNTY, "county_code"))
    key = ("school_code",)
    columns = (
        SCHOOL_CODE,
        SCHOOL_NAME,
        COUNTY_CODE,
        Column(
            name="operator",
            type=TEXT,
            label="举办者",
            meaning="name of the body that runs it; 自然人 where a person does, whose name is not held",
            note="举办单位名称；自然人举办的填“自然人”，不登记姓名",
            also=("举办单位",),
            privacy=Privacy.P0,
            example="某教育投资有限公司",
        ),
        Column(
            name="operator_uscc",
            type=TEXT,
            label="举办者统一社会信用代码",
            privacy=Privacy.P0,
            pattern="[0-9A-HJ-NPQRTUWXY]{18}",
            example="91350100M000100Y43",
        ),
        Column(
            name="kind_code",
            type=CODE,
            label="登记类型",
            codes=KINDS,
            privacy=Privacy.P0,
            required=True,
            example="non_profit",
        ),
        Column(name="licence_no", type=TEXT, label="办学许可证号", privacy=Privacy.P0, example="教民152030240000000"),
        Column(
            name="licensed_on",
            type=DATE,
            label="许可日期",
            also=("首次许可日期",),
            privacy=Privacy.P0,
            example="2012-08-01",
        ),
        Column(name="licence_expires_on", type=DATE, label="许可证有效期至", privacy=Privacy.P0, example="2025-07-31"),
        Column(
            name="registered_on",
            type=DATE,
            label="分类登记日期",
            also=("登记日期",),
            privacy=Privacy.P0,
            example="2020-12-01",
        ),
        Column(
            name="yearly_check_code",
            type=CODE,
            label="年检结论",
            codes=YEARLY_CHECKS,
            privacy=Privacy.P0,
            example="passed",
        ),
        Column(
            name="has_charter", type=BOOLEAN, label="是否修订章程", also=("有章程",), privacy=Privacy.P0, example="是"
        ),
        Column(name="has_party_organisation", type=BOOLEAN, label="是否建立党组织", privacy=Privacy.P0, example="是"),
        Column(
            name="tuition_yuan",
            type=MONEY,
            label="学费标准（每学期）",
            also=("学费标准",),
            unit=YUAN,
            privacy=Privacy.P0,
            low=0,
            example="4800.00",
        ),
    )
    references = (IN_SCHOOL,)
    checks = (not_before(("licence_expires_on", "许可证有效期至"), ("licensed_on", "许可日期")),)
