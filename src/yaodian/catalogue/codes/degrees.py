"""学历: levels of education."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Degrees(CodeList):
    """学历: the highest level of education a person completed."""

    label = "学历"
    english = "levels of education"
    standard = "GB/T 4658"
    reference = "GB/T 4658—2006 学历代码（只列毕业者；原文未核）"
    unverified = True
    codes = (
        Code("11", "博士研究生毕业", ("博士研究生", "博士")),
        Code("14", "硕士研究生毕业", ("硕士研究生", "硕士", "研究生")),
        Code("21", "大学本科毕业", ("大学本科", "本科")),
        Code("31", "大学专科毕业", ("大学专科", "专科", "大专")),
        Code("41", "中等专科毕业", ("中专", "中等专科")),
        Code("44", "职业高中毕业", ("职高",)),
        Code("47", "技工学校毕业", ("技校",)),
        Code("61", "普通高中毕业", ("高中", "高中毕业", "高中阶段毕业")),
        Code("71", "初中毕业", ("初中",)),
        Code("81", "小学毕业", ("小学",)),
        Code("90", "其他"),
    )
