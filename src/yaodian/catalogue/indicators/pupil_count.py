"""在校生数: enrolled pupils."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class PupilCount(Indicator):
    """在校生数: pupils enrolled and not on leave on the period's last day."""

    label = "在校生数"
    english = "pupils enrolled"
    words = "期末学籍状态为在读的学生数"
    reference = "教育事业统计口径（原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "enrolments schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "sex_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2010_01 = "status_code = 'enrolled'"
    value_2010_01 = "count(*)"
