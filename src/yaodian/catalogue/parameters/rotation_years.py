"""交流轮岗年限: how many years at one school make a teacher due for rotation."""

from yaodian.declare.parameter import Parameter


class RotationYears(Parameter):
    """交流轮岗年限: how many years at one school make a teacher due for rotation."""

    label = "交流轮岗年限"
    reference = (
        "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（2014年）："
        "每年交流不低于符合条件教师的10%，其中骨干不低于20%（转述，原文未核）；"
        "同校任教满六年为符合条件（转述的省级规定）"
    )
    unverified = True
    value_2014_08 = 6
