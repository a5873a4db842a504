"""初中毛入学率: gross enrolment in junior school."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class JuniorGrossEnrolmentRatio(Indicator):
    """初中毛入学率: junior pupils, whatever their age, by residents of junior age."""

    label = "初中毛入学率"
    english = "gross enrolment in junior school"
    words = "初中在校生数 ÷ 12至14岁常住人口数"
    reference = "毛入学率的通行口径（转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "junior_pupil_count", Derivation(How.RATIO, other="junior_age_count")
    answers = (Answer(r"初中(?:阶段)?毛入学率", examples=("确保初中毛入学率",), not_for=("提高高中阶段毛入学率",)),)
