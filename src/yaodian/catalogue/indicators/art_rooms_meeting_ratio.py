"""美术专用教室达标学校比例: schools with enough art rooms."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class ArtRoomsMeetingRatio(Indicator):
    """美术专用教室达标学校比例: schools with at least one art room for each twelve classes, by all schools measured.

    Schools of fewer than twelve classes need one room; how a rest of classes counts is not said in what was read.
    """

    label = "美术专用教室达标学校比例"
    english = "schools with enough art rooms"
    words = "每12个班至少一间美术专用教室的学校数 ÷ 学校数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    of, derived = "art_rooms_per_class_ratio", Derivation(How.MEETING, between=SCHOOL)
    threshold = "rooms_per_twelve_classes"
    minimum_cell = None
