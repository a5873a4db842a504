"""高中班额标准: the most pupils a senior class should have."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON


class SeniorClassSize(Parameter):
    """高中班额标准: the most pupils a senior class should have."""

    label = "高中班额标准"
    reference = "地方规定的转述；有的地方为55或56人（原文未核）"
    unit = PERSON
    unverified = True
    value_2010_01 = 50
