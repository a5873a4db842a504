"""营养餐供餐天数比例: the part of the year's meal days on which schools served."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MealDaysRatio(Indicator):
    """营养餐供餐天数比例: days on which the schools of the programme served, of the days that the programme pays (0–1).

    Each school that reported counts once with a whole school year of days, so only whole school years compare.
    """

    label = "营养餐供餐天数比例"
    english = "share of the programme's days on which meals were served"
    words = "供餐天数之和 ÷（供餐学校数 × 每学年200天）"
    reference = "农村义务教育学生营养改善计划（每学年200天；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, SCHOOL_YEAR), UP
    over, not_additive = "nutrition_meals schools", True
    disaggregations = ("schools.urban_rural_code", "schools.type_code")
    minimum_cell = None
    numerator_2011_09 = "sum(days_served)"
    denominator_2011_09 = "count(DISTINCT school_code) * :nutrition_days"
    answers = (
        Answer(
            "(?:营养餐|营养改善)[^,，。;；]{0,8}供餐天数",
            examples=("保证营养餐供餐天数",),
            not_for=("提高营养餐质量",),
        ),
    )
