"""营养餐本省农产品采购比例, by weight."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MealLocalWeightRatio(Indicator):
    """营养餐本省农产品采购比例（按重量）: the part of the produce bought, by weight, that was grown in the province (0–1).

    Lines without a weight are left out of both parts.
    """

    label = "营养餐本省农产品采购比例（按重量）"
    english = "share by weight of canteen produce from the province"
    words = "产自本省的农产品采购重量 ÷ 农产品采购总重量"
    reference = "贵州省校农结合工作要求（2019年8月报道：2020年80%以上；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over = "meal_purchases"
    disaggregations = ("produce_code",)
    threshold = "meal_local_minimum"
    minimum_cell = None
    numerator_2019_08 = "sum(weight_kg) FILTER (WHERE origin_code = :province)"
    denominator_2019_08 = "sum(weight_kg)"
    answers = (
        Answer(
            r"(?:本省|省内|省产|本地)农(?:副)?产品.{0,4}(?:重量|数量).{0,4}(?:比例|占比|比重)",
            examples=("确保营养餐本省农产品采购重量占比",),
            not_for=("确保营养餐本省农产品采购比例",),
        ),
    )
