"""初中在校生数: junior pupils."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class JuniorPupilCount(Indicator):
    """初中在校生数: junior-secondary pupils by the latest yearly count."""

    label = "初中在校生数"
    english = "junior pupils"
    words = "最近一次事业统计的初中在校生人数"
    reference = "教育事业统计学生表（2020年以前基础基312/313/314，2021年起教基3112等；原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("grade_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = "stage_code IN ('junior')"
    value_2018_01 = "sum(pupil_count)"
