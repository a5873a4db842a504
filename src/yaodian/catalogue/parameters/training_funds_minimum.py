"""教师培训经费占公用经费比例下限: the least part of public funds that goes into training teachers."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class TrainingFundsMinimum(Parameter):
    """教师培训经费占公用经费比例下限: the least part of a school's yearly public funds spent on training its teachers."""

    label = "教师培训经费占年度公用经费预算总额比例下限"
    reference = "义务教育优质均衡督导评估办法（5%；原文未核）"
    unit = PERCENT
    unverified = True
    value_2017_04 = 5
