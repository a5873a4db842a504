"""每百名学生拥有网络多媒体教室数: multimedia classrooms per hundred pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ROOMS_PER_HUNDRED_PUPILS


class MultimediaClassroomsPerPupil(Indicator):
    """每百名学生拥有网络多媒体教室数: networked multimedia classrooms in ordinary primary and junior schools, by their pupils."""

    label = "每百名学生拥有网络多媒体教室数"
    english = "multimedia classrooms per hundred pupils"
    words = "网络多媒体教室数 ÷ 在校生数（每百名学生）"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = ROOMS_PER_HUNDRED_PUPILS, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "multimedia_classroom_count", Derivation(How.RATIO, other="balance_pupil_count")
    minimum_cell = None
