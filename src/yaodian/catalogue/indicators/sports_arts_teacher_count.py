"""体育艺术专任教师数: teachers of sports, music and art."""

from yaodian.catalogue.columns.conditions import BALANCED, FULL_TIME, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class SportsArtsTeacherCount(Indicator):
    """体育艺术专任教师数: full-time teachers whose subject is sports, music, art or arts.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "体育艺术专任教师数"
    english = "teachers of sports, music and art"
    words = "体育、音乐、美术、艺术专任教师人数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    leaves_out = SMALL_POINTS
    where_2018_01 = f"{FULL_TIME} AND {BALANCED}"
    value_2018_01 = "count(*) FILTER (WHERE subject_code IN ('sports', 'music', 'art', 'arts'))"
