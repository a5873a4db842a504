"""年度计划项目总投资: the budgets of the year's projects."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class PlannedInvestmentYuan(Indicator):
    """年度计划项目总投资: total budgets of the projects in the year's plan."""

    label = "年度计划项目总投资"
    english = "budgets of planned projects"
    words = "计划年度为本年的项目总投资之和"
    reference = "年度建设计划；项目批复文件"
    unit, grain, better = YUAN, (COUNTY, DAY), NONE
    over, taken = "projects", LAST_DAY
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    where_2018_01 = "plan_year = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    value_2018_01 = "sum(budget_yuan)"
