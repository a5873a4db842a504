"""空编数: vacant posts."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class VacantPostCount(Indicator):
    """空编数: approved posts less permanent staff; below 0 where more are employed than was approved."""

    label = "空编数"
    english = "vacant posts"
    words = "核定编制数 − 在编教职工数（负数为超编）"
    reference = "县级编制部门核定教职工编制的文件；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), DOWN
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    of, derived = "approved_post_count", Derivation(How.DIFFERENCE, other="permanent_staff_count")
