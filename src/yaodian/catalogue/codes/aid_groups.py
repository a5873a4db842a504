"""资助对象类别: priority groups of student aid."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class AidGroups(CodeList):
    """资助对象类别: the lists by which a pupil is entitled to aid; being on one is never shown with a name without a purpose."""

    label = "资助对象类别"
    english = "priority groups of student aid"
    reference = "本软件所定代码；前四类取自《关于调整义务教育学生生活补助政策的通知》的转述（原文未核）"
    unverified = True
    codes = (
        Code("registered_poor", "建档立卡", ("建档立卡贫困户", "建档立卡贫困家庭")),
        Code("minimum_income", "农村低保", ("低保", "最低生活保障")),
        Code("extreme_poor", "农村特困救助供养", ("特困供养", "特困")),
        Code("disabled_poor", "非建档立卡的家庭经济困难残疾学生", ("家庭经济困难残疾学生", "残疾")),
        Code("orphan", "孤儿"),
        Code("martyr", "烈士子女"),
        Code("relocated", "易地扶贫搬迁", ("易地搬迁",)),
        Code("other_poor", "其他家庭经济困难", ("其他贫困",)),
    )
