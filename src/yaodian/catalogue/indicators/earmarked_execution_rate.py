"""专项资金执行率: the part of earmarked money that has been paid."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class EarmarkedExecutionRate(Indicator):
    """专项资金执行率: earmarked money paid in a fiscal year as a part of what was allotted and carried over (0–1)."""

    label = "教育专项资金执行率"
    english = "execution rate of earmarked funds"
    words = "专项资金支出 ÷（本年下达 + 上年结转）"
    reference = "《中华人民共和国预算法》第四十二条；公式为本软件所定（原文未核）"
    unit, grain, better = RATIO, (COUNTY, FISCAL_YEAR), UP
    of, derived = "earmarked_paid_yuan", Derivation(How.RATIO, other="earmarked_available_yuan")
    disaggregations = ("fund_code",)
    minimum_cell = None
    answers = (
        Answer(
            "专项(?:资金|经费)[^,，。;；]{0,6}(?:执行|支出)(?:进度|率|比例)",
            examples=("加快市级教育专项资金执行进度", "提高专项资金执行率"),
            not_for=("争取各类专项资金", "规范资金管理使用"),
        ),
    )
