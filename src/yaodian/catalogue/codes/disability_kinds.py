"""残疾类别: kinds of disability."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class DisabilityKinds(CodeList):
    """残疾类别: the seven kinds on the disability certificate."""

    label = "残疾类别"
    english = "kinds of disability"
    standard = "GB/T 26341"
    reference = "GB/T 26341—2010 残疾人残疾分类和分级（代码顺序未核）"
    unverified = True
    codes = (
        Code("1", "视力残疾", ("视力", "视障")),
        Code("2", "听力残疾", ("听力", "听障")),
        Code("3", "言语残疾", ("言语",)),
        Code("4", "肢体残疾", ("肢体",)),
        Code("5", "智力残疾", ("智力", "智障")),
        Code("6", "精神残疾", ("精神",)),
        Code("7", "多重残疾", ("多重",)),
    )
