"""年级: grades."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Grades(CodeList):
    """年级: one letter for the stage and the year in it; 七年级 and 初一 are one grade."""

    label = "年级"
    english = "grades"
    reference = "本软件所定代码；国家年级代码（JY/T 1001）的对照未核"
    codes = (
        Code("k0", "托班", ("托儿班",)),
        Code("k1", "小班", ("幼儿园小班",)),
        Code("k2", "中班", ("幼儿园中班",)),
        Code("k3", "大班", ("幼儿园大班",)),
        Code("km", "混合班", ("混龄班",)),
        Code("p1", "小学一年级", ("一年级",)),
        Code("p2", "小学二年级", ("二年级",)),
        Code("p3", "小学三年级", ("三年级",)),
        Code("p4", "小学四年级", ("四年级",)),
        Code("p5", "小学五年级", ("五年级",)),
        Code("p6", "小学六年级", ("六年级",)),
        Code("j1", "初中一年级", ("初一", "七年级")),
        Code("j2", "初中二年级", ("初二", "八年级")),
        Code("j3", "初中三年级", ("初三", "九年级")),
        Code("s1", "普通高中一年级", ("高一", "高中一年级")),
        Code("s2", "普通高中二年级", ("高二", "高中二年级")),
        Code("s3", "普通高中三年级", ("高三", "高中三年级")),
        Code("v1", "中职一年级", ("职一", "中职一")),
        Code("v2", "中职二年级", ("职二", "中职二")),
        Code("v3", "中职三年级", ("职三", "中职三")),
    )
