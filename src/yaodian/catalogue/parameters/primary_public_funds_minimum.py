"""小学生均公用经费基准: the base amount of public funds a pupil of a primary school."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PrimaryPublicFundsMinimum(Parameter):
    """小学生均公用经费基准: yearly public funds per pupil of primary schools in the middle and west of the country."""

    label = "普通小学生均公用经费基准定额（中西部）"
    reference = "城乡义务教育经费保障机制文件（2016年起中西部小学600元；原文未核，以后的提高未计）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 600
