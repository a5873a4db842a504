"""专任教师数: full-time teachers."""

from yaodian.catalogue.columns.conditions import FULL_TIME
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class FullTimeTeacherCount(Indicator):
    """专任教师数: full-time teachers on the rolls of schools on the last day of the period."""

    label = "专任教师数"
    english = "full-time teachers"
    words = "期末在校任教的专任教师人数"
    reference = "教育事业统计教职工表（2020年以前基础基411—424；原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "teachers schools", LAST_DAY
    disaggregations = (
        "stage_code",
        "subject_code",
        "sex_code",
        "post_kind_code",
        "schools.urban_rural_code",
        "schools.ownership_code",
    )
    where_2018_01 = FULL_TIME
    value_2018_01 = "count(*)"
