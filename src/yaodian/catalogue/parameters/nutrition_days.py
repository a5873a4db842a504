"""营养餐年供餐天数: on how many days of a school year meals are paid for."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class NutritionDays(Parameter):
    """营养餐年供餐天数: the days of a school year for which the nutrition programme pays a meal."""

    label = "营养改善计划学年供餐天数"
    reference = "农村义务教育学生营养改善计划（每学年200天；原文未核）"
    unit = DAY_UNIT
    unverified = True
    value_2011_09 = 200
