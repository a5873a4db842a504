"""小学净入学率: net enrolment in primary school."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class PrimaryNetEnrolmentRatio(Indicator):
    """小学净入学率: children of primary age who attend primary or a higher stage, by residents of that age.

    Both parts count by where they stand: pupils at the school, residents at home, so a county that takes in pupils can exceed 1.
    Who is missing is found by linkage, not by this ratio.
    """

    label = "小学净入学率"
    english = "net enrolment in primary school"
    words = "小学学龄在校人数 ÷ 小学学龄常住人数"
    reference = "净（适龄）入学率的通行口径（转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("sex_code",)
    of, derived = "primary_age_enrolled_count", Derivation(How.RATIO, other="primary_age_resident_count")
    answers = (Answer(r"小学(?:净|适龄儿童)?入学率", examples=("确保小学净入学率",), not_for=("确保初中毛入学率",)),)
