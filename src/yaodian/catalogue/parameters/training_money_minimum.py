"""教师培训经费占公用经费比例下限: the least share of public funds spent on training teachers."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class TrainingMoneyMinimum(Parameter):
    """教师培训经费占公用经费比例下限: the least share of public funds spent on training teachers."""

    label = "教师培训经费占公用经费比例下限"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit = PERCENT
    unverified = True
    value_2017_04 = 5
