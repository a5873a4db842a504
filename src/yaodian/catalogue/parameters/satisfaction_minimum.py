"""群众满意度下限: the least share of satisfied answers."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class SatisfactionMinimum(Parameter):
    """群众满意度下限: the share of satisfied answers that a county needs to be recognised."""

    label = "教育群众满意度（社会认可度）下限"
    reference = "义务教育优质均衡督导评估办法（85%；原文未核）"
    unit = PERCENT
    unverified = True
    value_2017_04 = 85
