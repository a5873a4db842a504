"""特殊教育生均公用经费: public funds per pupil of special education."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, YUAN


class SpecialFundsPerPupil(Indicator):
    """特殊教育生均公用经费: public funds of special education by its pupils."""

    label = "特殊教育生均公用经费"
    english = "public funds per pupil of special education"
    words = "特殊教育公用经费 ÷ 特殊教育在校生数"
    reference = "教育经费执行情况统计；《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = YUAN / PERSON, (COUNTY, YEAR), UP
    over, taken = "fiscal_accounts", LAST_DAY
    threshold = "special_funds_minimum"
    minimum_cell = None
    numerator_2018_01 = "sum(special_public_funds_yuan)"
    denominator_2018_01 = "sum(special_pupils)"
    answers = (
        Answer(
            r"特殊教育[^,，。;；]{0,6}生均公用经费",
            examples=("提高特殊教育学校生均公用经费",),
            not_for=("特殊教育提升发展",),
        ),
    )
