"""班级数: classes."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import CLASS


class ClassCount(Indicator):
    """班级数: classes that exist on the last day of the period."""

    label = "班级数"
    english = "classes"
    words = "期末班级个数"
    reference = "教育事业统计班额表（2020年以前基础基211—213；原文未核）；口径为本软件所定"
    unit, grain, better = CLASS, (SCHOOL, DAY), NONE
    over, taken = "classes schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    value_2018_01 = "count(*)"
