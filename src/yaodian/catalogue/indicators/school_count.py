<<<<<<< HEAD
"""学校数: schools."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
=======
"""学校数: open schools of every type."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
>>>>>>> cat2
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class SchoolCount(Indicator):
<<<<<<< HEAD
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
=======
    """学校数: schools and kindergartens of every type that are open on the period's last day; teaching points are parts of their
    main school and not counted."""

    label = "学校数"
    english = "schools"
    words = "期末正常办学的学校（含幼儿园）数，教学点不计"
    reference = "教育事业统计口径（原文未核）"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), NONE
    over, taken = "schools", LAST_DAY
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2010_01 = "state_code = 'open' AND NOT coalesce(is_teaching_point, FALSE)"
    value_2010_01 = "count(*)"
>>>>>>> cat2
