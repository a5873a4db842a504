"""残疾等级: grades of disability."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class DisabilityGrades(CodeList):
    """残疾等级: the four grades on the disability certificate, the first the most severe."""

    label = "残疾等级"
    english = "grades of disability"
    standard = "GB/T 26341"
    reference = "GB/T 26341—2010 残疾人残疾分类和分级（原文未核）"
    unverified = True
    codes = (
        Code("1", "一级", ("一级残疾",)),
        Code("2", "二级", ("二级残疾",)),
        Code("3", "三级", ("三级残疾",)),
        Code("4", "四级", ("四级残疾",)),
    )
