"""小学、初中规模上限: the most pupils a primary or junior school should have."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON


class SchoolSizeMaximum(Parameter):
    """小学、初中规模上限: the most pupils a primary or junior school should have."""

    label = "小学、初中规模上限"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "小学、初中不超过2000人，九年、十二年一贯制学校义务教育阶段不超过2500人（转述）"
    )
    unit = PERSON
    value_2010_01 = 2000
