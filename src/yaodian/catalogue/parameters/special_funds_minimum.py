"""特殊教育生均公用经费下限: public funds a pupil of special education must at least have in a year."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class SpecialFundsMinimum(Parameter):
    """特殊教育生均公用经费下限: public funds a pupil of special education must at least have in a year."""

    label = "特殊教育生均公用经费下限"
    reference = "特殊教育生均公用经费每年6000元以上（转述，原文未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 6000
