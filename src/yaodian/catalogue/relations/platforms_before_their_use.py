"""先建后用: a digital platform and its security come before what is done on it."""

from yaodian.declare.relation import Relation


class PlatformsBeforeTheirUse(Relation):
    """先建后用: a digital platform and its security come before what is done on it."""

    label = "平台建设先于应用"
    reference = "教育部《教育信息化2.0行动计划》（教技〔2018〕6号）：平台、空间建设与融合应用"
    makes = (
        "完成…平台…建设",
        "完成…空间…建设",
        "建成…平台",
        "建设…平台",
        "搭建…平台",
        "建设…云平台",
        "推进…平台…上线",
        "完成…平台…升级",
        "建设…智慧教育云",
    )
    enables = (
        "开展…信息技术",
        "开展…网络教研",
        "推进…三个课堂",
        "完成…智慧校园",
        "建设…智慧校园",
        "完成…数据归集",
        "…接入…平台",
        "…接入云平台",
        "接入…资源",
    )
    unless = ("领军", "培养平台")
    why = "{other}要在平台和空间上进行：{made}先建成，应用才能展开。"
    examples = (("完成教育云平台二期建设", "开展信息技术应用大赛"),)
    not_for = (("完成宿舍建设", "开展信息技术应用大赛"),)
