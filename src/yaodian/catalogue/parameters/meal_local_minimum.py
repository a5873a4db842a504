"""营养餐本省农产品采购比例下限: what canteens must at least buy from the province."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class MealLocalMinimum(Parameter):
    """营养餐本省农产品采购比例下限: the least share of produce grown in the province, by county."""

    label = "营养餐本省农产品采购比例下限"
    reference = "贵州省校农结合工作要求（2019年8月报道：2019年60%以上，2020年80%以上；金额或重量原文未写明）"
    unit = PERCENT
    unverified = True
    value_2019_01 = 60
    value_2020_01 = 80
