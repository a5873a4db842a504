"""中级及以上职称教师数: teachers of middle rank or higher."""

from yaodian.catalogue.columns.conditions import BALANCED, FULL_TIME, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class MiddleTitleTeacherCount(Indicator):
    """中级及以上职称教师数: full-time teachers whose title is of the first rank or higher.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "中级及以上职称教师数"
    english = "teachers of middle rank or higher"
    words = "一级（中级）及以上专业技术职务的专任教师人数"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    leaves_out = SMALL_POINTS
    where_2018_01 = f"{FULL_TIME} AND {BALANCED}"
    value_2018_01 = "count(*) FILTER (WHERE title_code IN ('full_senior', 'senior', 'first'))"
