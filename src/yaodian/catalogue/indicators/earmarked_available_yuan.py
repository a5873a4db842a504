"""专项资金可用数: earmarked money that can be spent."""

from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class EarmarkedAvailableYuan(Indicator):
    """专项资金可用数: earmarked money allotted in a period together with what was carried over from the year before."""

    label = "教育专项资金可用数"
    english = "earmarked funds available"
    words = "本期下达的教育专项资金 + 上年结转"
    reference = "《中华人民共和国预算法》第四十二条；口径为本软件所定"
    unit, grain, better = YUAN, (COUNTY, FISCAL_YEAR), NONE
    over = "earmarked_budgets units"
    disaggregations = ("fund_code",)
    minimum_cell = None
    value_2018_01 = "sum(amount_yuan) + coalesce(sum(carried_over_yuan), 0)"
