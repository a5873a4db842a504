"""项目类别: kinds of building project."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class ProjectKinds(CodeList):
    """项目类别: the programme under which something is built."""

    label = "项目类别"
    english = "kinds of building project"
    reference = "本软件所定代码；类别取自年度建设计划的用语"
    codes = (
        Code("weak_school", "薄改与能力提升", ("薄改", "薄改项目", "薄弱环节改善与能力提升")),
        Code("central_city", "中心城区学校建设", ("中心城区", "三年行动计划项目")),
        Code("relocation_school", "易地扶贫搬迁安置点配套学校", ("安置点学校", "安置点配套学校")),
        Code("kindergarten", "公办幼儿园建设", ("幼儿园", "学前项目")),
        Code("senior_school", "普通高中建设", ("高中建设", "高中搬迁")),
        Code("vocational_base", "中职强基与实训基地", ("中职强基", "实训基地")),
        Code("boarding", "寄宿制学校建设", ("寄宿制",)),
        Code("practice_base", "综合实践基地", ("示范性综合实践基地",)),
        Code("informatisation", "教育信息化", ("信息化",)),
        Code("other", "其他"),
    )
