"""高中阶段在校生数: pupils of senior stage."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class SeniorPupilCount(Indicator):
    """高中阶段在校生数: pupils of general and vocational senior schools; pupils of 技工学校 stand in no register here and are missing."""

    label = "高中阶段在校生数"
    english = "pupils of senior stage"
    words = "最近一次事业统计的普通高中与中等职业学校在校生人数"
    reference = "教育事业统计学生表（2020年以前基础基312/313/314，2021年起教基3112等；原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("grade_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = "stage_code IN ('senior', 'vocational')"
    value_2018_01 = "sum(pupil_count)"
