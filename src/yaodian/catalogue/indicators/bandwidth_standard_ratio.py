"""出口带宽达标率: the part of the schools whose line is fast enough."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class BandwidthStandardRatio(Indicator):
    """出口带宽达标率: schools whose line has at least the standard bandwidth, of all schools counted (0–1).

    A school that states no bandwidth counts as below the standard.
    """

    label = "学校出口带宽达标率"
    english = "share of schools with the standard bandwidth"
    words = "出口带宽不低于标准的学校数 ÷ 有统计的学校数（未填带宽的按未达标计）"
    reference = "教育信息化统计口径；标准见参数 school_bandwidth_minimum（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken, not_additive = "digital_facilities schools", LAST_DAY, True
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    numerator_2017_01 = "count(DISTINCT school_code) FILTER (WHERE bandwidth_mbps >= :school_bandwidth_minimum)"
    denominator_2017_01 = "count(DISTINCT school_code)"
    answers = (
        Answer(
            "(?:出口)?带宽[^,，。;；]{0,8}(?:达标率|比例|占比|全覆盖)",
            examples=("提高学校出口带宽达标率", "提高学校百兆带宽占比"),
            not_for=("提高学校联网率",),
        ),
    )
