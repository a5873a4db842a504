"""交流教师中骨干比例下限: the least share of backbone teachers among those posted."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class RotationBackboneMinimum(Parameter):
    """交流教师中骨干比例下限: the least share of backbone teachers among those posted."""

    label = "交流教师中骨干比例下限"
    reference = (
        "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（2014年）："
        "每年交流不低于符合条件教师的10%，其中骨干不低于20%（转述，原文未核）；"
        "同校任教满六年为符合条件（转述的省级规定）"
    )
    unit = PERCENT
    unverified = True
    value_2014_08 = 20
