"""小学生均公用经费只增不减: the yearly rise of public funds for a pupil of primary schools."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PrimaryPublicFundsRisePerPupil(Indicator):
    """小学生均公用经费只增不减: this year's public funds per primary pupil less last year's."""

    label = "小学生均公用经费比上年增加额"
    english = "rise of public funds per primary pupil"
    words = "本年小学生均公用经费 − 上年小学生均公用经费"
    reference = "《中华人民共和国教育法》第五十六条：保证生均公用经费逐步增长"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    of, derived = "primary_public_funds_per_pupil", Derivation(How.CHANGE, back=FISCAL_YEAR)
    threshold = "per_pupil_rise_minimum"
    minimum_cell = None
