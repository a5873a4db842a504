"""学校类型: types of school."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class SchoolTypes(CodeList):
    """学校类型: the first two digits of a school's ten-digit code; a school whose type changes is given a new code."""

    label = "学校类型"
    english = "types of school"
    reference = "学校（机构）标识码编制规则的转述；九年一贯制、十二年一贯制学校用码与91—93的含义未核"
    unverified = True
    codes = (
        Code("11", "幼儿园"),
        Code("21", "小学"),
        Code("22", "成人小学"),
        Code("31", "初中", ("初级中学", "普通初中")),
        Code("32", "职业初中"),
        Code("33", "成人初中"),
        Code("34", "高中", ("高级中学", "完全中学", "普通高中")),
        Code("35", "成人高中"),
        Code("36", "中等职业学校", ("中职学校", "中职")),
        Code("37", "专门学校", ("工读学校",)),
        Code("41", "普通高等学校", ("高校",)),
        Code("42", "成人高等学校"),
        Code("51", "特殊教育学校", ("特教学校",)),
        Code("91", "其他一", ("其他机构",)),
        Code("92", "其他二"),
        Code("93", "其他三"),
    )
