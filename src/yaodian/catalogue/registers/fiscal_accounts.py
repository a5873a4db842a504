"""教育经费执行: fiscal accounts."""

from yaodian.declare.column import INTEGER, MONEY, PERIOD, TEXT, Column, Privacy
from yaodian.declare.register import STOCK, Check, Reference, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, WAN_YUAN, YUAN


class FiscalAccounts(Register):
    """教育经费执行: what a county spent on education in a year, beside its revenue,
    its expenditure and its GDP: the numbers of the legal growth.
    """

    label = "教育经费执行"
    words = "一个县一年的教育投入，与财政收入、支出、地区生产总值并列，用于法定增长核算。"
    english = "fiscal accounts"
    reference = "《中华人民共和国教育法》（2015年修正）第五十五条、第五十六条；全国教育经费执行情况统计（口径原文未核）"
    office = "计财科"
    every = FISCAL_YEAR
    time, dated_by, arrives = STOCK, "year", snapshot("place_code", "year")
    places = ((COUNTY, "place_code"),)
    key = ("place_code", "year")
    columns = (
        Column(
            name="place_code",
            type=TEXT,
            label="县（市、区）或市本级",
            meaning="a county's code, or the city's for what the city itself spends",
            note="县填行政区划代码；市本级填本市代码",
            also=("行政区划码", "区县"),
            element="XZQHM",
            refers_to="units.unit_code",
            required=True,
            privacy=Privacy.P0,
            example="520302",
        ),
        Column(
            name="year",
            type=PERIOD,
            label="年度",
            also=("财政年度",),
            privacy=Privacy.P0,
            required=True,
            example="2020F",
        ),
        Column(
            name="education_spending_yuan",
            type=MONEY,
            label="一般公共预算教育经费",
            also=("财政教育支出",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="156000",
        ),
        Column(
            name="education_appropriation_yuan",
            type=MONEY,
            label="财政教育拨款",
            also=("教育财政拨款",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="150000",
        ),
        Column(
            name="recurrent_revenue_yuan",
            type=MONEY,
            label="财政经常性收入",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="310000",
        ),
        Column(
            name="budget_spending_yuan",
            type=MONEY,
            label="一般公共预算支出",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="720000",
        ),
        Column(
            name="all_education_yuan",
            type=MONEY,
            label="国家财政性教育经费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="168000",
        ),
        Column(
            name="gdp_yuan",
            type=MONEY,
            label="地区生产总值",
            also=("GDP",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="3100000",
        ),
        Column(
            name="primary_pupils",
            type=INTEGER,
            label="小学在校生数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="48000",
        ),
        Column(
            name="junior_pupils",
            type=INTEGER,
            label="初中在校生数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="23000",
        ),
        Column(
            name="senior_pupils",
            type=INTEGER,
            label="普通高中在校生数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="14000",
        ),
        Column(
            name="primary_spending_yuan",
            type=MONEY,
            label="小学一般公共预算教育事业费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="52000",
        ),
        Column(
            name="junior_spending_yuan",
            type=MONEY,
            label="初中一般公共预算教育事业费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="31000",
        ),
        Column(
            name="senior_spending_yuan",
            type=MONEY,
            label="普通高中一般公共预算教育事业费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="20000",
        ),
        Column(
            name="primary_public_funds_yuan",
            type=MONEY,
            label="小学公用经费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="3600",
        ),
        Column(
            name="junior_public_funds_yuan",
            type=MONEY,
            label="初中公用经费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="2200",
        ),
        Column(
            name="special_public_funds_yuan",
            type=MONEY,
            label="特殊教育公用经费",
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="180",
        ),
        Column(
            name="special_pupils",
            type=INTEGER,
            label="特殊教育在校生数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="260",
        ),
        Column(
            name="teacher_pay_mean_yuan",
            type=MONEY,
            label="教师平均工资收入",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="98000.00",
        ),
        Column(
            name="civil_servant_pay_mean_yuan",
            type=MONEY,
            label="公务员平均工资收入",
            unit=YUAN,
            low=0,
            privacy=Privacy.P0,
            example="97000.00",
        ),
    )
    references = (Reference(("place_code",), "units", ("unit_code",)),)
    checks = (
        Check(
            "education_within_the_budget",
            "budget_spending_yuan IS NULL OR education_spending_yuan <= budget_spending_yuan",
            Words("教育支出大于一般公共预算支出", "education is more than the whole budget"),
            Words("核对金额和单位（万元）", "check the amounts and the unit (万元)"),
        ),
    )
