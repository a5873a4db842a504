"""科学类借阅占比: a ratio whose rule changed once."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class ScienceLoanRatio(Indicator):
    """科学类借阅占比: the part of loans that are science books; by copies from 2020, by loans before."""

    label, words, reference = "科学类借阅占比", "科学类册数 ÷ 总册数", "测试用"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over, minimum_cell = "loans", None
    disaggregations = ("topic",)
    numerator_2018_01 = "count(*) FILTER (WHERE topic = 'b')"
    denominator_2018_01 = "count(*)"
    numerator_2020_01 = "sum(copies) FILTER (WHERE topic = 'b')"
    denominator_2020_01 = "sum(copies)"
    answers = (Answer("(?P<topic>文学|科学)类借阅占比", examples=("提高科学类借阅占比",)),)
