"""县级以上骨干教师数: backbone teachers of county level and up."""

from yaodian.catalogue.columns.conditions import BALANCED, FULL_TIME, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class BackboneTeacherCount(Indicator):
    """县级以上骨干教师数: full-time teachers named backbone teachers by the county or above.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "县级以上骨干教师数"
    english = "backbone teachers of county level and up"
    words = "县级及以上骨干教师（专任）人数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    leaves_out = SMALL_POINTS
    where_2018_01 = f"{FULL_TIME} AND {BALANCED}"
    value_2018_01 = "count(*) FILTER (WHERE backbone_code IN ('national', 'provincial', 'city', 'county'))"
