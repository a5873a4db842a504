"""财政教育拨款增幅: how much appropriations for education grew."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class EducationAppropriationGrowthRate(Indicator):
    """财政教育拨款增幅: growth of the appropriations for education over those of the year before (0.05 is five percent)."""

    label = "财政教育拨款增幅"
    english = "growth of appropriations for education"
    words = "本年财政教育拨款 ÷ 上年财政教育拨款 − 1"
    reference = "《中华人民共和国教育法》第五十六条"
    unit, grain, better = RATIO, (COUNTY, FISCAL_YEAR), UP
    of, derived = "education_appropriation_yuan", Derivation(How.CHANGE, back=FISCAL_YEAR, relative=True)
    minimum_cell = None
