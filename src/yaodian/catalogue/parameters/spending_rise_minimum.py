"""教育支出增加额下限: what the yearly rise of public spending on education may not fall below."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import YUAN


class SpendingRiseMinimum(Parameter):
    """教育支出增加额下限: 只增不减, spending may rise or stay, never fall."""

    label = "一般公共预算教育支出年增加额下限"
    reference = "国办发〔2018〕82号“两个只增不减”（原文未核）"
    unit = YUAN
    unverified = True
    value_2018_08 = 0
