"""超大班额比例上限: the largest share of very large classes that counts as removed."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class SuperLargeClassMaximum(Parameter):
    """超大班额比例上限: the largest share of very large classes that counts as removed."""

    label = "超大班额比例上限"
    reference = "2018年底超大班额控制在2%以内（转述，原文未核）"
    unit = PERCENT
    unverified = True
    value_2018_01 = 2
