"""小学学龄在校人数: children of primary age in school."""

from yaodian.catalogue.columns.conditions import SCHOOL_AGE
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class PrimaryAgeEnrolledCount(Indicator):
    """小学学龄在校人数: pupils of primary age (on 31 August) who attend primary or a higher stage."""

    label = "小学学龄在校人数"
    english = "children of primary age in school"
    words = "小学学龄（8月31日满6至11岁）在小学及以上就读的人数"
    reference = "净入学率的通行口径（转述，原文未核）：休学不计"
    unit, grain, better = PERSON, (SCHOOL, DAY), UP
    over, taken = "enrolments schools", LAST_DAY
    disaggregations = ("sex_code",)
    where_2018_01 = (
        "status_code = 'enrolled' AND stage_code IN ('primary', 'junior', 'senior', 'vocational',"
        f" 'special') AND ({SCHOOL_AGE}) IN (:primary_ages)"
    )
    value_2018_01 = "count(*)"
