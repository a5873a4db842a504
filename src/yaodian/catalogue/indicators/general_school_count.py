"""中小学数: primary and secondary schools."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class GeneralSchoolCount(Indicator):
    """中小学数: open primary, junior and senior secondary schools; teaching points are parts of their main school and not counted."""

    label = "普通中小学校数"
    english = "primary and secondary schools"
    words = "期末正常办学的小学、初中、普通高中学校数（教学点不计）"
    reference = "教育事业统计口径（原文未核）"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), NONE
    over, taken = "schools", LAST_DAY
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2010_01 = "type_code IN ('21', '31', '34') AND state_code = 'open' AND NOT is_teaching_point"
    value_2010_01 = "count(*)"
