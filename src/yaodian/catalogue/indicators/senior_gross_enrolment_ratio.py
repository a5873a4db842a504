"""高中阶段毛入学率: gross enrolment at senior stage."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class SeniorGrossEnrolmentRatio(Indicator):
    """高中阶段毛入学率: pupils of general and vocational senior schools by residents of senior age.

    Pupils of 技工学校 are missing: no register holds them, so the value lies below the published one.
    """

    label = "高中阶段毛入学率"
    english = "gross enrolment at senior stage"
    words = "（普通高中＋中职在校生数）÷ 15至17岁常住人口数"
    reference = "毛入学率的通行口径（转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "senior_pupil_count", Derivation(How.RATIO, other="senior_age_count")
    threshold = "senior_gross_minimum"
    answers = (
        Answer(
            r"高中阶段(?:教育)?毛入学率",
            examples=("提高高中阶段毛入学率",),
            not_for=("确保初中毛入学率", "提高高等教育毛入学率"),
        ),
    )
