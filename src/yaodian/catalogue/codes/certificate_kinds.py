"""教师资格种类: kinds of teaching certificate."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class CertificateKinds(CodeList):
    """教师资格种类: the stage for which a teacher is certified."""

    label = "教师资格种类"
    english = "kinds of teaching certificate"
    reference = "《教师资格条例》（国务院令第188号）第四条所列种类（原文未核）"
    codes = (
        Code("preschool", "幼儿园教师资格", ("幼儿园",)),
        Code("primary", "小学教师资格", ("小学",)),
        Code("junior", "初级中学教师资格", ("初级中学", "初中")),
        Code("senior", "高级中学教师资格", ("高级中学", "高中")),
        Code("vocational", "中等职业学校教师资格", ("中等职业学校", "中职")),
        Code("vocational_practice", "中等职业学校实习指导教师资格", ("实习指导",)),
        Code("higher", "高等学校教师资格", ("高等学校", "高校")),
        Code("none", "无", ("无教师资格证",)),
    )
