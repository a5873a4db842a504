"""初中生均支出只增不减: the yearly rise of public spending on a pupil of junior schools."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class JuniorSpendingRisePerPupil(Indicator):
    """初中生均支出只增不减: this year's general public budget spending per junior secondary pupil less last year's."""

    label = "初中生均一般公共预算教育事业费比上年增加额"
    english = "rise of general public budget spending per junior secondary pupil"
    words = "本年初中生均一般公共预算教育事业费 − 上年（只增不减要求不小于0）"
    reference = "国办发〔2018〕82号“两个只增不减”（原文未核）"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    of, derived = "junior_spending_per_pupil", Derivation(How.CHANGE, back=FISCAL_YEAR)
    threshold = "per_pupil_rise_minimum"
    minimum_cell = None
