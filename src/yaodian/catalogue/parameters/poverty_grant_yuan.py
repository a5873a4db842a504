"""扶贫专项助学金标准: a year's grant of a registered poor pupil beyond compulsory schooling."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PovertyGrantYuan(Parameter):
    """扶贫专项助学金标准: a year's grant of a registered poor pupil beyond compulsory schooling; half of it is due in a term."""

    label = "扶贫专项助学金标准"
    reference = "贵州省教育精准扶贫学生资助（两助三免补）：扶贫专项助学金每生每年1000元（转述，原文未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2016_01 = 1000
