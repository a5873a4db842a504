"""营养餐本省采购比例差异系数: how unlike the counties are."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import CITY, COUNTY
from yaodian.domain.unit_of_measure import RATIO


class MealLocalCv(Indicator):
    """营养餐本省采购比例差异系数: coefficient of variation of the counties' shares, each weighed by what it spends.

    Population form: the square root of the weighted mean of squared distances from the city's share, over that share.
    """

    label = "营养餐本省采购比例县际差异系数"
    english = "variation between counties of the share of provincial produce"
    words = "各县比例对全市比例的加权标准差 ÷ 全市比例（以各县采购金额为权）"
    reference = "差异系数公式依《义务教育均衡发展差异系数计算方法及数据来源》（以规模为权；原发文单位未核）"
    unit, grain, better = RATIO, (CITY, MONTH), DOWN
    of, derived = "meal_local_ratio", Derivation(How.CV, between=COUNTY)
    minimum_cell = None
