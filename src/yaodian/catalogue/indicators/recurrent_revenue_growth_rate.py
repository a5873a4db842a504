"""财政经常性收入增幅: how much recurrent revenue grew."""

from yaodian.declare.indicator import NONE, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class RecurrentRevenueGrowthRate(Indicator):
    """财政经常性收入增幅: growth of recurrent revenue over that of the year before (0.05 is five percent)."""

    label = "财政经常性收入增幅"
    english = "growth of recurrent revenue"
    words = "本年财政经常性收入 ÷ 上年财政经常性收入 − 1"
    reference = "《中华人民共和国教育法》第五十六条"
    unit, grain, better = RATIO, (COUNTY, FISCAL_YEAR), NONE
    of, derived = "recurrent_revenue_yuan", Derivation(How.CHANGE, back=FISCAL_YEAR, relative=True)
    minimum_cell = None
