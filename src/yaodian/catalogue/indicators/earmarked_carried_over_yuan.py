"""专项资金上年结转: earmarked money left over from the year before."""

from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class EarmarkedCarriedOverYuan(Indicator):
    """专项资金上年结转: earmarked money that was not spent in the year before and was carried into this one."""

    label = "教育专项资金上年结转"
    english = "earmarked funds carried over"
    words = "本期下达文件载明的上年结转之和"
    reference = "《中华人民共和国预算法》第四十二条"
    unit, grain, better = YUAN, (COUNTY, FISCAL_YEAR), DOWN
    over = "earmarked_budgets units"
    disaggregations = ("fund_code", "fund_level_code")
    minimum_cell = None
    value_2018_01 = "sum(carried_over_yuan)"
