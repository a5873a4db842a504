"""初中生均公用经费: public funds for a pupil of junior schools."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class JuniorPublicFundsPerPupil(Indicator):
    """初中生均公用经费: public funds of junior secondary schools per pupil and fiscal year, held against the base amount.

    Accounts that lack one of the two figures count in neither part.
    """

    label = "初中生均公用经费"
    english = "public funds per junior secondary pupil"
    words = "初中公用经费 ÷ 初中在校生数"
    reference = "城乡义务教育经费保障机制文件（原文未核）；《中华人民共和国教育法》第五十六条"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    threshold = "junior_public_funds_minimum"
    minimum_cell = None
    where_2010_01 = "junior_public_funds_yuan IS NOT NULL AND junior_pupils IS NOT NULL"
    numerator_2010_01 = "sum(junior_public_funds_yuan)"
    denominator_2010_01 = "sum(junior_pupils)"
    answers = (
        Answer(
            "初中[^,，。;；]{0,4}生均公用经费",
            examples=("提高初中生均公用经费",),
            not_for=("提高小学生均公用经费",),
        ),
    )
