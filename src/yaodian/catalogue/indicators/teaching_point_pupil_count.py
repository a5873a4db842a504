"""教学点学生数: pupils at teaching points."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class TeachingPointPupilCount(Indicator):
    """教学点学生数: primary and junior pupils at teaching points, as the school statistics count them.

    It tells which teaching points are too small for the standards of balance; a kindergarten class beside it does not count.
    """

    label = "教学点学生数"
    english = "pupils at teaching points"
    words = "教学点的小学、初中在校生数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code")
    where_2018_01 = "stage_code IN ('primary', 'junior') AND schools.is_teaching_point"
    value_2018_01 = "sum(pupil_count)"
