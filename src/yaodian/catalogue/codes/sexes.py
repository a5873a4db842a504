"""性别: sexes."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Sexes(CodeList):
    """性别: codes of a person's sex as ID numbers and registers write it."""

    label = "性别"
    english = "sexes"
    standard = "GB/T 2261.1"
    reference = "GB/T 2261.1—2003 人的性别代码（原文未核）"
    unverified = True
    codes = (
        Code("0", "未知的性别", ("未知",)),
        Code("1", "男性", ("男",)),
        Code("2", "女性", ("女",)),
        Code("9", "未说明的性别", ("未说明",)),
    )
