"""音乐专用教室面积标准: the least area of a music room that counts."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import M2


class MusicRoomArea(Parameter):
    """音乐专用教室面积标准: the least area of a music room that counts."""

    label = "音乐专用教室面积标准"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit = M2
    unverified = True
    value_2017_04 = 96
