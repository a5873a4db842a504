"""每百名学生拥有高于规定学历教师数: qualified teachers per hundred pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PER_HUNDRED_PUPILS


class QualifiedTeachersPerPupil(Indicator):
    """每百名学生拥有高于规定学历教师数: teachers with a degree above the required one in ordinary primary and junior schools, by their pupils."""

    label = "每百名学生拥有高于规定学历教师数"
    english = "qualified teachers per hundred pupils"
    words = "高于规定学历教师数 ÷ 在校生数（每百名学生）"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = PER_HUNDRED_PUPILS, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "qualified_teacher_count", Derivation(How.RATIO, other="balance_pupil_count")
