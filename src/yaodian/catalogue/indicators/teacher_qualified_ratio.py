"""高于规定学历教师比例: teachers with a degree above the required one, of all."""

from yaodian.catalogue.columns.conditions import FULL_TIME, QUALIFIED
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class TeacherQualifiedRatio(Indicator):
    """高于规定学历教师比例: full-time teachers of primary and junior stage with a degree above the required one by all of them."""

    label = "高于规定学历教师比例"
    english = "teachers with a degree above the required one, of all"
    words = "高于规定学历的专任教师数（小学专科及以上、初中本科及以上）÷ 专任教师数"
    reference = "教育事业统计专任教师学历表（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "subject_code", "sex_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = f"{FULL_TIME} AND stage_code IN ('primary', 'junior')"
    numerator_2018_01 = f"count(*) FILTER (WHERE {QUALIFIED})"
    denominator_2018_01 = "count(*)"
