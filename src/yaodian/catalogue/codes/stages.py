"""学段: stages of schooling."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Stages(CodeList):
    """学段: the stage that a class, a pupil or a teaching post belongs to; a nine-year school has two."""

    label = "学段"
    english = "stages of schooling"
    reference = "本软件所定代码；学段名称依《中华人民共和国教育法》（2015年修正）第十七条"
    codes = (
        Code("preschool", "学前", ("学前教育", "幼儿园")),
        Code("primary", "小学", ("小学阶段",)),
        Code("junior", "初中", ("初中阶段", "普通初中")),
        Code("senior", "普通高中", ("高中", "普高")),
        Code("vocational", "中等职业", ("中职", "中等职业教育")),
        Code("special", "特殊教育", ("特教",)),
        Code("higher", "高等教育", ("大学",)),
    )
