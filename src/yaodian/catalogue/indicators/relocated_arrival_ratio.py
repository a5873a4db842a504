"""安置点随迁学生到位率: children of relocated households who learn at the site."""

from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class RelocatedArrivalRatio(Indicator):
    """安置点随迁学生到位率: of the primary and junior children of relocated households who came to need a place at their site,
    those who no longer attend their old school.

    One list for both parts, so it is at most 1; an empty mark means that the child has come. `relocated_child_count` counts the
    other list, that of the households.
    """

    label = "安置点随迁学生到位率"
    english = "relocated children who left their old school"
    words = "不再在原校就读的义务教育随迁学生数 ÷ 累计到达安置点、需要入学的义务教育学生数"
    reference = "易地扶贫搬迁安置点教育保障工作要求（原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "relocation_arrivals", LAST_DAY
    disaggregations = ("site_name", "grade_code")
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = "substring(grade_code, 1, 1) IN ('p', 'j')"
    numerator_2018_01 = "count(*) FILTER (WHERE NOT coalesce(is_still_at_old_school, FALSE))"
    denominator_2018_01 = "count(*)"
