"""学籍状态: states of an enrolment record."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class EnrolmentStatuses(CodeList):
    """学籍状态: what a pupil's record at a school says about the pupil now."""

    label = "学籍状态"
    english = "states of an enrolment record"
    reference = "本软件所定代码；分类取自《中小学生学籍管理办法》（教基一〔2013〕7号；原文未核）"
    unverified = True
    codes = (
        Code("enrolled", "在读", ("正常", "在校", "在籍在校")),
        Code("on_leave", "休学"),
        Code("graduated", "毕业"),
        Code("completed", "结业"),
        Code("transferred_out", "转出", ("已转出",)),
        Code("left", "退学"),
        Code("expelled", "开除学籍", ("开除",)),
        Code("deceased", "死亡"),
        Code("abroad", "出国", ("出国（境）",)),
        Code("dropped_out", "辍学"),
    )
