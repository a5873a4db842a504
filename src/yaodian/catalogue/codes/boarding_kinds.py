"""就读方式: ways of attending."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class BoardingKinds(CodeList):
    """就读方式: whether a pupil lives at the school."""

    label = "就读方式"
    english = "ways of attending"
    reference = "本软件所定代码；分类取自全国中小学生学籍信息管理系统“就读方式”（原文未核）"
    codes = (
        Code("day", "走读", ("非住校", "否")),
        Code("boarding", "住校", ("住宿", "寄宿", "住校生", "是")),
        Code("lodging", "借宿"),
        Code("accompanied", "伴读"),
    )
