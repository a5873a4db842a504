"""民族: the ethnic groups by two digits."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code

_WRITTEN = """01汉 02蒙古 03回 04藏 05维吾尔 06苗 07彝 08壮 09布依 10朝鲜 11满 12侗 13瑶 14白 15土家 16哈尼 17哈萨克 18傣 19黎
20傈僳 21佤 22畲 23高山 24拉祜 25水 26东乡 27纳西 28景颇 29柯尔克孜 30土 31达斡尔 32仫佬 33羌 34布朗 35撒拉 36毛南 37仡佬
38锡伯 39阿昌 40普米 41塔吉克 42怒 43乌孜别克 44俄罗斯 45鄂温克 46德昂 47保安 48裕固 49京 50塔塔尔 51独龙 52鄂伦春 53赫哲
54门巴 55珞巴 56基诺"""


class EthnicGroups(CodeList):
    """民族: the fifty-six ethnic groups, others and naturalised persons; read for statistics of ethnic education only."""

    label = "民族"
    english = "ethnic groups"
    standard = "GB/T 3304"
    reference = "GB/T 3304 中国各民族名称的罗马字母拼写法和代码（据转引；97、98 有的代码表写作57、58，未核）"
    unverified = True
    codes = (
        *(Code(word[:2], f"{word[2:]}族", (word[2:],)) for word in _WRITTEN.split()),
        Code("97", "其他", ("57",)),
        Code("98", "外国血统中国籍人士", ("58", "入籍")),
    )
