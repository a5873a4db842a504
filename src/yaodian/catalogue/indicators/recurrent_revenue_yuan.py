"""财政经常性收入: recurrent revenue."""

from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class RecurrentRevenueYuan(Indicator):
    """财政经常性收入: the recurrent revenue of governments in a fiscal year, as their accounts state it."""

    label = "财政经常性收入"
    english = "recurrent revenue"
    words = "各县（市、区）及市本级年度财政经常性收入之和"
    reference = "《中华人民共和国教育法》第五十六条；财政部门决算口径（原文未核）"
    unit, grain, better = YUAN, (COUNTY, FISCAL_YEAR), NONE
    over = "fiscal_accounts"
    minimum_cell = None
    value_2010_01 = "sum(recurrent_revenue_yuan)"
