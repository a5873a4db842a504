"""监护人关系: relations of guardians."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class GuardianRelations(CodeList):
    """监护人关系: what the guardian is to the child."""

    label = "监护人关系"
    english = "relations of guardians"
    reference = "本软件所定代码；GB/T 4761 家庭关系代码的对照未核"
    codes = (
        Code("father", "父亲", ("父",)),
        Code("mother", "母亲", ("母", "妈妈")),
        Code("grandparent", "祖父母或外祖父母", ("祖父", "祖母", "爷爷", "奶奶", "外祖父", "外祖母", "外公", "外婆")),
        Code("sibling", "兄弟姐妹", ("兄", "姐")),
        Code("relative", "其他亲属", ("亲属", "叔伯", "姑姨")),
        Code("institution", "儿童福利机构", ("福利机构",)),
        Code("other", "其他"),
    )
