"""每12个班专用教室间数标准: music or art rooms that each twelve classes need."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import ROOMS_PER_TWELVE_CLASSES


class RoomsPerTwelveClasses(Parameter):
    """每12个班专用教室间数标准: music or art rooms that each twelve classes need."""

    label = "每12个班专用教室间数标准"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit = ROOMS_PER_TWELVE_CLASSES
    value_2017_04 = 1
