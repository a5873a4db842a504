"""及格分数占满分比例: from which part of the full score on a paper is passed."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class PassShare(Parameter):
    """及格分数占满分比例: the part of the full score from which on a paper counts as passed."""

    label = "及格分数占满分比例"
    reference = "学业考试惯用口径（60%；无统一文件，待各地确认）"
    unit = PERCENT
    unverified = True
    value_2010_01 = 60
