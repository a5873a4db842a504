"""身份证件类型: kinds of identity document."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class IdKinds(CodeList):
    """身份证件类型: the document whose number identifies a person."""

    label = "身份证件类型"
    english = "kinds of identity document"
    standard = "JY/T 1001"
    reference = "JY/T 1001—2012 身份证件类型代码（原文未核）"
    unverified = True
    codes = (
        Code("1", "居民身份证", ("身份证",)),
        Code("2", "军官证"),
        Code("3", "士兵证"),
        Code("4", "文职干部证"),
        Code("5", "部队离退休证"),
        Code("6", "香港特区护照或身份证明", ("香港身份证",)),
        Code("7", "澳门特区护照或身份证明", ("澳门身份证",)),
        Code("8", "台湾居民来往大陆通行证", ("台胞证",)),
        Code("9", "境外永久居住证"),
        Code("A", "护照"),
        Code("B", "户口簿", ("户口本",)),
        Code("Z", "其他", ("无证件",)),
    )
