"""安置点随迁学生入学率要求: every child that arrived is placed."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class RelocatedPlacedMinimum(Parameter):
    """安置点随迁学生入学率要求: every child that arrived is placed."""

    label = "安置点随迁学生入学率要求"
    reference = "易地扶贫搬迁安置点教育保障工作要求（原文未核）；口径为本软件所定"
    unit = PERCENT
    unverified = True
    value_2016_01 = 100
