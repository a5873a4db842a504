"""营养餐本省农产品采购比例, by money."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MealLocalRatio(Indicator):
    """营养餐本省农产品采购比例: the part of canteen spending that buys produce grown in the province (0–1).

    Produce of unknown origin counts as bought elsewhere. The rule does not say whether money or weight counts: this is
    by money, `meal_local_weight_ratio` by weight.
    """

    label = "营养餐本省农产品采购比例"
    english = "share of canteen spending on produce of the province"
    words = "产自本省的农产品采购金额 ÷ 农产品采购总金额"
    reference = "贵州省校农结合工作要求（2019年8月报道：2020年80%以上；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over = "meal_purchases"
    disaggregations = ("produce_code",)
    threshold = "meal_local_minimum"
    minimum_cell = None
    numerator_2019_08 = "sum(amount_yuan) FILTER (WHERE origin_code = :province)"
    denominator_2019_08 = "sum(amount_yuan)"
    answers = (
        Answer(
            r"(?:本省|省内|省产|本地)农(?:副)?产品(?!.{0,6}重量).{0,10}(?:比例|占比|比重|率)",
            examples=("确保营养餐本省农产品采购比例", "提高学校食堂省内农产品采购占比"),
            not_for=("提高本省农产品产量", "降低农产品采购成本", "确保本省农产品采购重量占比"),
        ),
    )
