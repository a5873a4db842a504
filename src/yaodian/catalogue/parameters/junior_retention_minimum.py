"""初中三年巩固率下限: the least share of junior pupils who stay to the end."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class JuniorRetentionMinimum(Parameter):
    """初中三年巩固率下限: the least share of junior pupils who stay to the end."""

    label = "初中三年巩固率下限"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    unit = PERCENT
    value_2017_04 = 95
