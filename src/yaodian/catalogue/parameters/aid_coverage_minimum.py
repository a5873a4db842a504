"""资助覆盖要求: every entitlement is paid."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class AidCoverageMinimum(Parameter):
    """资助覆盖要求: every entitlement is paid."""

    label = "资助覆盖要求"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit = PERCENT
    unverified = True
    value_2018_10 = 100
