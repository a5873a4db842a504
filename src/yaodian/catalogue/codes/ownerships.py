"""办别: school owners."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Ownerships(CodeList):
    """办别: who runs a school; public ones are those that are not private or joint."""

    label = "办别"
    english = "school owners"
    reference = "本软件所定代码；分类取自教育事业统计“举办者”（JY/T 1002 举办者码对照未核）"
    codes = (
        Code("education_office", "教育部门办", ("教育部门", "公办")),
        Code("other_office", "其他部门办", ("其他部门",)),
        Code("local_enterprise", "地方企业办", ("地方企业",)),
        Code("public_body", "事业单位办", ("事业单位",)),
        Code("army", "部队办", ("部队",)),
        Code("collective", "集体办", ("集体",)),
        Code("private", "民办", ("私立",)),
        Code("joint", "具有法人资格的中外合作办", ("中外合作办",)),
    )
