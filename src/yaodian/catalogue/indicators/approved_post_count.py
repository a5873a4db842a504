"""核定编制数: approved posts."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class ApprovedPostCount(Indicator):
    """核定编制数: permanent posts that the county approved for its schools."""

    label = "核定编制数"
    english = "approved posts"
    words = "核定教职工编制数"
    reference = "县级编制部门核定教职工编制的文件；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "approved_posts schools", LAST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    value_2018_01 = "sum(post_count)"
