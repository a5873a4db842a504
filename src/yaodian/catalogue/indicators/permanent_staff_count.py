"""在编教职工数: permanent staff."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class PermanentStaffCount(Indicator):
    """在编教职工数: staff of schools who hold a permanent post, whatever their duty."""

    label = "在编教职工数"
    english = "permanent staff"
    words = "在编教职工人数"
    reference = "县级编制部门核定教职工编制的文件；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = "post_kind_code = 'permanent'"
    value_2018_01 = "count(*)"
