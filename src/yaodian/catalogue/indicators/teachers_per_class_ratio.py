"""班师比: teachers per class."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import CLASS, PERSON


class TeachersPerClassRatio(Indicator):
    """班师比: full-time teachers by classes."""

    label = "班师比"
    english = "teachers per class"
    words = "专任教师数 ÷ 班级数"
    reference = "中小学教职工编制标准与生师比、班师比的通行口径（原文未核）"
    unit, grain, better = PERSON / CLASS, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "full_time_teacher_count", Derivation(How.RATIO, other="class_count")
