"""特殊教育生均公用经费基准: the base amount of public funds a pupil of special education."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class SpecialPublicFundsMinimum(Parameter):
    """特殊教育生均公用经费基准: yearly public funds per pupil of special schools and of pupils with disabilities."""

    label = "特殊教育生均公用经费基准定额"
    reference = "第二期特殊教育提升计划和优质均衡督导评估办法（6000元；原文未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 6000
