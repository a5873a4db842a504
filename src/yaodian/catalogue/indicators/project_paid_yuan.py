"""项目累计付款: money paid so far for the year's projects."""

from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class ProjectPaidYuan(Indicator):
    """项目累计付款: all payments up to the period's last day for projects in the year's plan."""

    label = "年度计划项目累计付款"
    english = "payments for planned projects so far"
    words = "计划年度为本年的项目截至期末的付款之和"
    reference = "国库支付记录；口径为本软件所定"
    unit, grain, better = YUAN, (COUNTY, DAY), UP
    over, taken = "project_payments projects", LAST_DAY
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    where_2018_01 = "projects.plan_year = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    value_2018_01 = "sum(amount_yuan)"
