"""音乐专用教室数: music rooms."""

from yaodian.catalogue.columns.conditions import ORDINARY_SCHOOL, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ROOM


class MusicRoomCount(Indicator):
    """音乐专用教室数: music rooms of at least the standard area in ordinary primary and junior schools."""

    label = "音乐专用教室数"
    english = "music rooms"
    words = "面积不低于标准的音乐专用教室间数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）；面积标准为转述"
    unit, grain, better = ROOM, (SCHOOL, DAY), UP
    over, taken = "rooms schools", LAST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = f"(schools.stages LIKE '%primary%' OR schools.stages LIKE '%junior%') AND {ORDINARY_SCHOOL}"
    value_2018_01 = "count(*) FILTER (WHERE use_code = 'music_room' AND area_m2 >= :music_room_area)"
