"""营养餐覆盖率: the part of the entitled pupils who ate."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MealCoverageRatio(Indicator):
    """营养餐覆盖率: pupils served of pupils entitled (0–1); over several months, pupil-months."""

    label = "营养餐学生覆盖率"
    english = "share of entitled pupils served"
    words = "实际供餐人数 ÷ 应享受学生数"
    reference = "农村义务教育学生营养改善计划（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over = "nutrition_meals schools"
    disaggregations = ("schools.urban_rural_code", "schools.type_code", "way_code")
    numerator_2011_09 = "sum(served_count)"
    denominator_2011_09 = "sum(entitled_count)"
    answers = (
        Answer(
            "(?:营养餐|营养改善计划)[^,，。;；]{0,8}(?:覆盖|全享受)",
            examples=("实现农村学生营养改善计划全覆盖", "提高营养餐学生覆盖率"),
            not_for=("保证营养餐供餐天数", "确保营养餐本省农产品采购比例"),
        ),
    )
