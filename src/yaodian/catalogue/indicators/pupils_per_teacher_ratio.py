"""生师比: pupils per teacher."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class PupilsPerTeacherRatio(Indicator):
    """生师比: pupils by full-time teachers, not by all staff."""

    label = "生师比"
    english = "pupils per teacher"
    words = "在校生数 ÷ 专任教师数"
    reference = "中小学教职工编制标准与生师比、班师比的通行口径（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), DOWN
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "pupil_count", Derivation(How.RATIO, other="full_time_teacher_count")
