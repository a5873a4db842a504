"""初中生均一般公共预算教育事业费: public spending on a pupil of junior schools."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class JuniorSpendingPerPupil(Indicator):
    """初中生均一般公共预算教育事业费: general public budget spending on junior secondary schools per pupil and fiscal year.

    Accounts that lack one of the two figures count in neither part.
    """

    label = "初中生均一般公共预算教育事业费"
    english = "general public budget spending per junior secondary pupil"
    words = "初中一般公共预算教育事业费 ÷ 初中在校生数"
    reference = "教育经费执行情况统计公告口径（原文未核）"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    minimum_cell = None
    where_2010_01 = "junior_spending_yuan IS NOT NULL AND junior_pupils IS NOT NULL"
    numerator_2010_01 = "sum(junior_spending_yuan)"
    denominator_2010_01 = "sum(junior_pupils)"
