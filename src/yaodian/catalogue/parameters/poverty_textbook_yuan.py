"""精准扶贫免教科书费标准: a year's textbooks that a registered poor pupil of senior school is spared."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PovertyTextbookYuan(Parameter):
    """精准扶贫免教科书费标准: a year's textbooks that a registered poor pupil of senior school is spared; half of it is due in a term."""

    label = "精准扶贫免教科书费标准"
    reference = "贵州省教育精准扶贫学生资助（两助三免补）：普通高中教科书费每生每年400元（未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 400
