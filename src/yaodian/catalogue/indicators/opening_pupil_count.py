"""学年初义务教育在校生数: compulsory pupils when the period began."""

from yaodian.declare.indicator import FIRST_DAY, NONE, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class OpeningPupilCount(Indicator):
    """学年初义务教育在校生数: primary and junior pupils by the count in force on the first day of the period."""

    label = "学年初义务教育在校生数"
    english = "compulsory pupils when the period began"
    words = "期初（学年为9月1日）小学、初中在校生人数"
    reference = "教育事业统计学生表（2020年以前基础基312/313/314，2021年起教基3112等；原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, SCHOOL_YEAR), NONE
    over, taken = "pupil_statistics", FIRST_DAY
    disaggregations = ("stage_code",)
    where_2018_01 = "stage_code IN ('primary', 'junior')"
    value_2018_01 = "sum(pupil_count)"
