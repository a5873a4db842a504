"""每百名学生拥有网络多媒体教室数标准: the least value of a school by its stage."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class MultimediaClassroomsMinimum(Parameter):
    """每百名学生拥有网络多媒体教室数标准: the least value of a school by its stage."""

    label = "每百名学生拥有网络多媒体教室数标准"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    value_2017_04: ClassVar[Mapping[str, float]] = {"primary": 2.3, "junior": 2.4}
