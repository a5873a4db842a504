"""民办学校数: private schools by the kind they registered."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class PrivateSchoolCount(Indicator):
    """民办学校数: private schools on the period's last day, by registered kind."""

    label = "民办学校数（按登记类型）"
    english = "private schools by registered kind"
    words = "期末民办学校登记数"
    reference = "《中华人民共和国民办教育促进法》（2016年修正）分类登记（原文未核）"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), NONE
    over, taken = "private_school_registrations schools", LAST_DAY
    disaggregations = ("kind_code", "county_code", "yearly_check_code", "schools.type_code")
    minimum_cell = None
    value_2017_09 = "count(*)"
