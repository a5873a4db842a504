"""特殊教育生均公用经费: public funds for a pupil of special education."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class SpecialPublicFundsPerPupil(Indicator):
    """特殊教育生均公用经费: public funds of special education per pupil and fiscal year, held against the base amount."""

    label = "特殊教育生均公用经费"
    english = "public funds per pupil of special education"
    words = "特殊教育公用经费 ÷ 特殊教育在校生数"
    reference = "义务教育优质均衡督导评估办法：每年不低于6000元（原文未核）"
    unit, grain, better = YUAN / PERSON, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    threshold = "special_public_funds_minimum"
    minimum_cell = None
    where_2010_01 = "special_public_funds_yuan IS NOT NULL AND special_pupils IS NOT NULL"
    numerator_2010_01 = "sum(special_public_funds_yuan)"
    denominator_2010_01 = "sum(special_pupils)"
    answers = (
        Answer(
            "特殊教育[^,，。;；]{0,6}(?:生均)?公用经费",
            examples=("落实特殊教育生均公用经费", "提高特殊教育学校生均公用经费"),
            not_for=("提高初中生均公用经费",),
        ),
    )
