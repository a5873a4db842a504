"""班级类型: types of class."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class ClassTypes(CodeList):
    """班级类型: what kind of class it is; key and express classes are forbidden and have no code."""

    label = "班级类型"
    english = "types of class"
    reference = "本软件所定代码；JY/T 班级类型码（BJLXM）的对照未核"
    codes = (
        Code("ordinary", "普通班", ("普通",)),
        Code("multigrade", "复式班", ("复式",)),
        Code("inclusive", "随班就读班"),
        Code("special", "特教班"),
        Code("ethnic", "民族班", ("双语班",)),
        Code("poverty_vocational", "精准脱贫班", ("扶贫班",)),
        Code("mixed_age", "混龄班", ("混合班",)),
        Code("other", "其他"),
    )
