"""学前三年毛入园率: gross enrolment in kindergarten."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class PreschoolGrossEnrolmentRatio(Indicator):
    """学前三年毛入园率: children in kindergarten, whatever their age, by residents aged 3 to 5."""

    label = "学前三年毛入园率"
    english = "gross enrolment in kindergarten"
    words = "在园幼儿数 ÷ 3至5岁常住人口数"
    reference = "学前三年毛入园率的通行口径（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "kindergarten_child_count", Derivation(How.RATIO, other="preschool_age_count")
    threshold = "preschool_gross_minimum"
    answers = (Answer(r"毛入园率", examples=("提高学前三年毛入园率",), not_for=("提高高中阶段毛入学率",)),)
