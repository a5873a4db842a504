"""体育运动场馆面积: space for sports."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import M2


class SportsAreaM2(Indicator):
    """体育运动场馆面积: sports grounds and indoor sports halls.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "体育运动场馆面积"
    english = "space for sports"
    words = "运动场地面积 + 室内体育用房面积"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = M2, (SCHOOL, DAY), UP
    over, taken = "premises schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "sum(coalesce(sports_ground_m2 + indoor_sports_m2, sports_ground_m2, indoor_sports_m2))"
