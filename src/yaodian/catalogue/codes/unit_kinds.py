"""单位种类: kinds of organisation unit."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class UnitKinds(CodeList):
    """单位种类: what an organisation unit is, from the bureau to a school."""

    label = "单位种类"
    english = "kinds of organisation unit"
    reference = "本软件所定代码"
    codes = (
        Code("bureau", "市教育局", ("教育局", "市局")),
        Code("office", "科室", ("内设机构",)),
        Code("institute", "直属单位", ("局属单位", "院中心")),
        Code("task_force", "专班", ("工作专班",)),
        Code("county_office", "县级教育行政部门", ("县教育局", "区教育局", "县（市、区）教育局")),
        Code("county", "县（市、区）", ("县", "区")),
        Code("township", "乡镇（街道）", ("乡镇",)),
        Code("township_office", "中心学校", ("学区", "教管中心")),
        Code("school", "学校"),
        Code("body", "其他单位", ("非学校单位", "基地")),
    )
