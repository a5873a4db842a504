"""一般公共预算教育支出: what the general public budget spends on education."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class GeneralBudgetEducationYuan(Indicator):
    """一般公共预算教育支出: what the general public budgets spent on education in a fiscal year."""

    label = "一般公共预算教育支出"
    english = "general public budget spending on education"
    words = "各县（市、区）及市本级年度一般公共预算教育经费之和"
    reference = "国办发〔2018〕82号（原文未核）；教育经费统计口径"
    unit, grain, better = YUAN, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    minimum_cell = None
    value_2010_01 = "sum(education_spending_yuan)"
