"""网络多媒体教室数: networked multimedia classrooms."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ROOM


class MultimediaClassroomCount(Indicator):
    """网络多媒体教室数: classrooms with multimedia equipment on the network.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "网络多媒体教室数"
    english = "networked multimedia classrooms"
    words = "网络多媒体教室间数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = ROOM, (SCHOOL, DAY), UP
    over, taken = "digital_facilities schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "sum(multimedia_count)"
