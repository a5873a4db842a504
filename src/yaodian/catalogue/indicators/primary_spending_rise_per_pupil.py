"""小学生均支出只增不减: the yearly rise of public spending on a pupil of primary schools."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PrimarySpendingRisePerPupil(Indicator):
    """小学生均支出只增不减: this year's general public budget spending per primary pupil less last year's."""

    label = "小学生均一般公共预算教育事业费比上年增加额"
    english = "rise of general public budget spending per primary pupil"
    words = "本年小学生均一般公共预算教育事业费 − 上年（只增不减要求不小于0）"
    reference = "国办发〔2018〕82号“两个只增不减”（原文未核）"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    of, derived = "primary_spending_per_pupil", Derivation(How.CHANGE, back=FISCAL_YEAR)
    threshold = "per_pupil_rise_minimum"
    minimum_cell = None
