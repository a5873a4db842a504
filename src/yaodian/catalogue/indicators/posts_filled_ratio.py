"""编制使用率: posts filled."""

from yaodian.declare.indicator import NONE, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class PostsFilledRatio(Indicator):
    """编制使用率: permanent staff by approved posts; above 1 more are employed than was approved."""

    label = "编制使用率"
    english = "posts filled"
    words = "在编教职工数 ÷ 核定编制数"
    reference = "县级编制部门核定教职工编制的文件；口径为本软件所定"
    unit, grain, better = RATIO, (SCHOOL, DAY), NONE
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    of, derived = "permanent_staff_count", Derivation(How.RATIO, other="approved_post_count")
