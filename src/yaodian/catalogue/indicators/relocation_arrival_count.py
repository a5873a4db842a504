"""安置点随迁学生到位人数: children who arrived at relocation sites."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON


class RelocationArrivalCount(Indicator):
    """安置点随迁学生到位人数: children of relocated households who arrived at their site by the last day of the period."""

    label = "安置点随迁学生到位人数"
    english = "children who arrived at relocation sites"
    words = "期末累计到达安置点、需要入学的学生人数"
    reference = "易地扶贫搬迁安置点教育保障工作要求（原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (COUNTY, DAY), NONE
    over, taken = "relocation_arrivals", LAST_DAY
    disaggregations = ("site_name", "grade_code")
    value_2018_01 = "count(*)"
