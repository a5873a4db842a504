"""高于规定学历教师数: teachers with a degree above the required one."""

from yaodian.catalogue.columns.conditions import BALANCED, FULL_TIME, QUALIFIED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class QualifiedTeacherCount(Indicator):
    """高于规定学历教师数: full-time teachers with a three-year degree or more at primary, a four-year degree or more at junior stage.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "高于规定学历教师数"
    english = "teachers with a degree above the required one"
    words = "小学专科及以上、初中本科及以上的专任教师人数"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    leaves_out = SMALL_POINTS
    where_2018_01 = f"{FULL_TIME} AND {BALANCED}"
    value_2018_01 = f"count(*) FILTER (WHERE {QUALIFIED})"
