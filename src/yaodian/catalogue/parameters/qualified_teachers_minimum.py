"""每百名学生拥有高于规定学历教师数标准: the least value of a school by its stage."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class QualifiedTeachersMinimum(Parameter):
    """每百名学生拥有高于规定学历教师数标准: the least value of a school by its stage."""

    label = "每百名学生拥有高于规定学历教师数标准"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    value_2017_04: ClassVar[Mapping[str, float]] = {"primary": 4.2, "junior": 5.3}
