"""城乡分类: urban and rural classes."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class UrbanRuralClasses(CodeList):
    """城乡分类: the class of the place a school stands in: 11 city, 12 town, 2 village, by their first digits."""

    label = "城乡分类"
    english = "urban and rural classes"
    standard = "统计用城乡划分代码"
    reference = "国家统计局《统计用城乡划分代码》编制规则（原文未核）"
    unverified = True
    codes = (
        Code("111", "主城区"),
        Code("112", "城乡结合区"),
        Code("121", "镇中心区"),
        Code("122", "镇乡结合区"),
        Code("123", "特殊区域"),
        Code("210", "乡中心区"),
        Code("220", "村庄"),
    )
