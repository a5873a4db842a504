"""学籍异动类别: kinds of change of an enrolment record."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class EnrolmentChangeKinds(CodeList):
    """学籍异动类别: what happened to a pupil's record."""

    label = "学籍异动类别"
    english = "kinds of change of an enrolment record"
    reference = "本软件所定代码；分类取自全国中小学生学籍信息管理系统的异动类别（原文未核）"
    unverified = True
    codes = (
        Code("entry", "招生入学", ("新生入学", "入学")),
        Code("transfer_in", "转入"),
        Code("transfer_out", "转出"),
        Code("leave", "休学"),
        Code("resume", "复学"),
        Code("promote", "升级", ("升入",)),
        Code("repeat", "留级"),
        Code("skip", "跳级"),
        Code("return", "辍学返校", ("返校",)),
        Code("drop_out", "辍学"),
        Code("quit", "退学"),
        Code("graduate", "毕业"),
        Code("complete", "结业"),
        Code("expel", "开除学籍", ("开除",)),
        Code("abroad", "出国（境）", ("出国",)),
        Code("death", "死亡"),
        Code("record_fixed", "关键信息变更", ("信息变更",)),
    )
