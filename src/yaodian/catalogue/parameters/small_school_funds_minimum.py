"""小规模学校公用经费下限: the public funds of a primary school of 100 pupils in a year."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import YUAN


class SmallSchoolFundsMinimum(Parameter):
    """小规模学校公用经费下限: the public funds of a primary school of 100 pupils in a year."""

    label = "小规模学校公用经费下限"
    reference = "中西部小学每生每年600元、不足100人按100人核定（2016年起；以后的调整未核，转述）"
    unit = YUAN
    unverified = True
    value_2016_01 = 60000
