"""学校数: schools."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class SchoolCount(Indicator):
    """学校数: schools, kindergartens and teaching points that are open on the last day of the period."""

    label = "学校数"
    english = "schools"
    words = "期末正常办学的学校、幼儿园、教学点个数"
    reference = "教育事业统计学校基本情况表（2020年以前基础基111；原文未核）；口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (SCHOOL, DAY), NONE
    over, taken = "schools", LAST_DAY
    disaggregations = ("type_code", "stages", "ownership_code", "urban_rural_code", "is_teaching_point")
    minimum_cell = None
    where_2018_01 = "state_code = 'open'"
    value_2018_01 = "count(*)"
