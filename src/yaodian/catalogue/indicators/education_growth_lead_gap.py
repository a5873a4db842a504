"""教育经费法定增长: whether appropriations for education outgrow recurrent revenue."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class EducationGrowthLeadGap(Indicator):
    """教育经费法定增长: the growth of appropriations for education less the growth of recurrent revenue; the law asks for more
    than nothing (0.02 is two percentage points ahead)."""

    label = "教育拨款增幅与财政经常性收入增幅之差"
    english = "lead of the growth of education appropriations over that of recurrent revenue"
    words = "财政教育拨款增幅 − 财政经常性收入增幅（法定增长要求大于0）"
    reference = "《中华人民共和国教育法》第五十六条"
    unit, grain, better = RATIO, (COUNTY, FISCAL_YEAR), UP
    of = "education_appropriation_growth_rate"
    derived = Derivation(How.DIFFERENCE, other="recurrent_revenue_growth_rate")
    threshold = "education_growth_lead_minimum"
    minimum_cell = None
    answers = (
        Answer(
            r"(?:教育|经费|投入|拨款)[^,，。;；]{0,8}法定增长",
            examples=("落实教育经费法定增长", "确保教育投入依法实现法定增长"),
            not_for=("提高教育经费管理水平", "建立教育投入长效机制"),
        ),
    )
