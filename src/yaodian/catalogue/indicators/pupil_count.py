"""在校生数: pupils in school."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class PupilCount(Indicator):
    """在校生数: pupils at school by the latest yearly count, by stage and grade."""

    label = "在校生数"
    english = "pupils in school"
    words = "最近一次事业统计的在校生人数"
    reference = "教育事业统计学生表（2020年以前基础基312/313/314，2021年起教基3112等；原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    value_2018_01 = "sum(pupil_count)"
