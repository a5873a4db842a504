"""精准扶贫免住宿费标准: a year's lodging that a registered poor boarder of senior school is spared."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PovertyLodgingYuan(Parameter):
    """精准扶贫免住宿费标准: a year's lodging that a registered poor boarder of senior school is spared; half of it is due in a term."""

    label = "精准扶贫免住宿费标准"
    reference = "贵州省教育精准扶贫学生资助（两助三免补）：普通高中住宿费每生每年500元（未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 500
