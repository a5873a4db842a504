"""小学生均公用经费: public funds for a pupil of primary schools."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PrimaryPublicFundsPerPupil(Indicator):
    """小学生均公用经费: public funds of primary schools per pupil and fiscal year, held against the base amount.

    Accounts that lack one of the two figures count in neither part.
    """

    label = "小学生均公用经费"
    english = "public funds per primary pupil"
    words = "小学公用经费 ÷ 小学在校生数"
    reference = "城乡义务教育经费保障机制文件（原文未核）；《中华人民共和国教育法》第五十六条"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    threshold = "primary_public_funds_minimum"
    minimum_cell = None
    where_2010_01 = "primary_public_funds_yuan IS NOT NULL AND primary_pupils IS NOT NULL"
    numerator_2010_01 = "sum(primary_public_funds_yuan)"
    denominator_2010_01 = "sum(primary_pupils)"
    answers = (
        Answer(
            "小学[^,，。;；]{0,4}生均公用经费",
            examples=("提高小学生均公用经费", "确保小学生均公用经费标准"),
            not_for=("提高初中生均公用经费", "落实公用经费"),
        ),
    )
