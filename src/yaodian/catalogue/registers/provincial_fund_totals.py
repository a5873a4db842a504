"""全省资金总量: totals of funds in the province."""

from dataclasses import replace

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.declare.column import BOOLEAN, DATE, MONEY, PERIOD, TEXT, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.unit_of_measure import WAN_YUAN, YUAN


class ProvincialFundTotals(Register):
    """全省资金总量: what the province allotted of one fund in a year in all, and how much of it to this city.

    The denominator of the city's share; stated by the provincial office.
    """

    label = "全省资金总量"
    words = "一项资金全省当年的总额和分到本市的数额，是上级资金占比的分母。"
    english = "totals of funds in the province"
    reference = "省级资金分配文件；每行写明文号"
    office = "计财科"
    every = FISCAL_YEAR
    time, dated_by, arrives = STOCK, "counted_on", snapshot("year")
    key = ("fund_code", "year")
    columns = (
        Column(
            name="fund_code",
            type=TEXT,
            label="资金代码",
            also=("专项代码",),
            privacy=Privacy.P0,
            required=True,
            example="ZY-BG-2020",
        ),
        Column(
            name="fund_name",
            type=TEXT,
            label="资金名称",
            privacy=Privacy.P0,
            required=True,
            example="义务教育薄弱环节改善与能力提升补助资金",
        ),
        Column(
            name="year",
            type=PERIOD,
            label="年度",
            also=("预算年度",),
            privacy=Privacy.P0,
            required=True,
            example="2020F",
        ),
        Column(
            name="counted_on",
            type=DATE,
            label="统计日期",
            also=("文件日期",),
            privacy=Privacy.P0,
            required=True,
            example="2020-06-30",
        ),
        Column(
            name="province_yuan",
            type=MONEY,
            label="全省总额",
            also=("全省资金总量",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="180000",
        ),
        Column(
            name="city_yuan",
            type=MONEY,
            label="本市金额",
            also=("分配本市",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="19000",
        ),
        Column(name="is_building", type=BOOLEAN, label="是否项目资金", privacy=Privacy.P0, required=True, example="是"),
        replace(DOCUMENT_NO, required=True),
    )
    checks = (
        Check(
            "part_within_the_whole",
            "city_yuan <= province_yuan",
            Words("本市金额大于全省总额", "the city's part is larger than the province's total"),
            Words("核对两个金额和单位（万元）", "check both amounts and the unit (万元)"),
        ),
    )
