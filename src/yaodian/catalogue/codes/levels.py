"""级别: levels of government."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Levels(CodeList):
    """级别: the level that names, runs or sends something."""

    label = "级别"
    english = "levels of government"
    reference = "本软件所定代码"
    codes = (
        Code("national", "国家级", ("全国", "国家")),
        Code("provincial", "省级", ("全省", "省")),
        Code("city", "市级", ("全市", "市")),
        Code("county", "县级", ("区级", "县（市、区）级", "县")),
        Code("township", "乡镇级", ("乡镇", "乡")),
        Code("school", "校级", ("学校",)),
    )
