"""每百名学生拥有县级以上骨干教师数: backbone teachers per hundred pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PER_HUNDRED_PUPILS


class BackboneTeachersPerPupil(Indicator):
    """每百名学生拥有县级以上骨干教师数: backbone teachers of county level and up in ordinary primary and junior schools, by their pupils."""

    label = "每百名学生拥有县级以上骨干教师数"
    english = "backbone teachers per hundred pupils"
    words = "县级以上骨干教师数 ÷ 在校生数（每百名学生）"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = PER_HUNDRED_PUPILS, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "backbone_teacher_count", Derivation(How.RATIO, other="balance_pupil_count")
