"""职称: professional titles of teachers."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class ProfessionalTitles(CodeList):
    """职称: ranks of school teachers since the reform of 2015, with the earlier titles that count as each."""

    label = "职称"
    english = "professional titles of teachers"
    reference = "《关于深化中小学教师职称制度改革的指导意见》（人社部发〔2015〕79号；新旧对应关系未核）"
    unverified = True
    codes = (
        Code("full_senior", "正高级教师", ("正高级",)),
        Code("senior", "高级教师", ("高级", "中学高级教师", "中学高级", "副高级")),
        Code("first", "一级教师", ("一级", "中级", "中学一级教师", "中学一级", "小学高级教师", "小学高级")),
        Code("second", "二级教师", ("二级", "中学二级教师", "中学二级", "小学一级教师", "小学一级")),
        Code("third", "三级教师", ("三级", "中学三级教师", "中学三级", "小学二级教师", "小学二级", "小学三级教师")),
        Code("none", "未定职级", ("未评", "无")),
    )
