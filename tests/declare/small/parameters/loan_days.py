"""借期: a parameter with a change and an unverified value."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class LoanDays(Parameter):
    """借期: how long a book may be kept."""

    label, reference, unit = "借期", "旧章程", DAY_UNIT
    value_2018_01 = 30
    value_2020_03_16 = 45
    reference_2020_03_16 = "新章程"
    unverified_2020_03_16 = True
