"""搬迁户适龄儿童到位率: relocated children who arrived."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class RelocatedArrivalRatio(Indicator):
    """搬迁户适龄儿童到位率: children who arrived at relocation sites by children of compulsory age on the lists of relocated households.

    Two lists of different makers: arrivals may hold pupils beyond compulsory age, so a site can exceed 1.
    """

    label = "搬迁户适龄儿童到位率"
    english = "relocated children who arrived"
    words = "累计到达安置点学生数 ÷ 搬迁户适龄儿童数"
    reference = "易地扶贫搬迁安置点教育保障工作要求（原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("site_name",)
    of, derived = "relocation_arrival_count", Derivation(How.RATIO, other="relocated_child_count")
    minimum_cell = "minimum_cell_sensitive"
