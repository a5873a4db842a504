"""食堂供餐比例: the part of the pupils served who eat from the school's own canteen."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class CanteenMealRatio(Indicator):
    """食堂供餐比例: pupils served by their school's canteen of all pupils served (0–1); the others eat from a firm or a family."""

    label = "学校食堂供餐学生比例"
    english = "share of pupils served by school canteens"
    words = "学校食堂供餐人数 ÷ 实际供餐人数"
    reference = "农村义务教育学生营养改善计划（以学校食堂供餐为主；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over = "nutrition_meals schools"
    disaggregations = ("schools.urban_rural_code", "schools.type_code")
    minimum_cell = None
    numerator_2011_09 = "sum(served_count) FILTER (WHERE way_code = 'canteen')"
    denominator_2011_09 = "sum(served_count)"
    answers = (
        Answer(
            "食堂供餐(?:率|比例|占比|全覆盖)?",
            examples=("提高学校食堂供餐比例", "实现食堂供餐全覆盖"),
            not_for=("加强食堂管理",),
        ),
    )
