"""财政教育拨款: appropriations for education."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class EducationAppropriationYuan(Indicator):
    """财政教育拨款: what governments appropriated for education in a fiscal year, as their accounts state it."""

    label = "财政教育拨款"
    english = "appropriations for education"
    words = "各县（市、区）及市本级年度财政教育拨款之和"
    reference = "《中华人民共和国教育法》第五十六条；教育经费统计口径（原文未核）"
    unit, grain, better = YUAN, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    minimum_cell = None
    value_2010_01 = "sum(education_appropriation_yuan)"
