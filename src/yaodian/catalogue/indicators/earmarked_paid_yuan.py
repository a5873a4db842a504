"""专项资金支出: earmarked money paid out."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class EarmarkedPaidYuan(Indicator):
    """专项资金支出: earmarked money paid out in a period, returns taken away."""

    label = "教育专项资金支出"
    english = "earmarked funds paid"
    words = "本期支付的教育专项资金之和"
    reference = "《中华人民共和国预算法》第四十二条；国库支付记录"
    unit, grain, better = YUAN, (COUNTY, DAY), UP
    over = "earmarked_payments units"
    disaggregations = ("fund_code",)
    minimum_cell = None
    value_2018_01 = "sum(amount_yuan)"
