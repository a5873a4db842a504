"""每12个班拥有音乐专用教室数: music rooms per twelve classes."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ROOMS_PER_TWELVE_CLASSES


class MusicRoomsPerClassRatio(Indicator):
    """每12个班拥有音乐专用教室数: music rooms of standard area by classes, per twelve of them."""

    label = "每12个班拥有音乐专用教室数"
    english = "music rooms per twelve classes"
    words = "音乐专用教室间数 ÷ 班级数 × 12"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = ROOMS_PER_TWELVE_CLASSES, (SCHOOL, DAY), UP
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    of, derived = "music_room_count", Derivation(How.RATIO, other="balance_class_count")
    threshold = "rooms_per_twelve_classes"
    minimum_cell = None
