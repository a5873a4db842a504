"""学前教育资助标准: a year's aid for a child in kindergarten."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PreschoolAidYuan(Parameter):
    """学前教育资助标准: a year's aid for a child in kindergarten; half of it is due in a term."""

    label = "学前教育资助标准"
    reference = "学前教育资助（保教费和生活费）；2020年前后每年500—800元由县定，遵义按500元（未核）；2024年起全省800元"
    unit = YUAN / PERSON
    value_2016_01 = 500
    unverified_2016_01 = True
    value_2024_01 = 800
