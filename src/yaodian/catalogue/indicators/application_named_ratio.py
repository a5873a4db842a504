"""申报认定率: the part of the decided applications that were named."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class ApplicationNamedRatio(Indicator):
    """申报认定率: applications named, of those named, refused or not recommended (0–1); those under way count in neither part."""

    label = "申报认定率"
    english = "share of decided applications that were named"
    words = "已认定份数 ÷ 已有结果的申报份数（撤回和在评的不计）"
    reference = "评选结果文件；口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), NONE
    over, taken = "applications", LAST_DAY
    disaggregations = ("programme", "round_year", "level_code", "county_code")
    minimum_cell = None
    where_2018_01 = "state_code IN ('named', 'refused', 'rejected_by_county')"
    numerator_2018_01 = "count(*) FILTER (WHERE state_code = 'named')"
    denominator_2018_01 = "count(*)"
