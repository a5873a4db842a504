"""疑似辍学天数: from how many days of absence without a reason a pupil may have dropped out."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class SuspectedDropoutDays(Parameter):
    """疑似辍学天数: days of unexplained absence in a row from which a pupil is taken for a suspected dropout."""

    label = "疑似辍学天数"
    reference = "县级控辍保学规定：无故缺勤1天开始处置，3天以上书面报告教育局（地方规定，非全国统一）"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 3
