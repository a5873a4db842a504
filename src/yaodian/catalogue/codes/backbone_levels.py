"""骨干教师级别: levels of backbone teacher."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class BackboneLevels(CodeList):
    """骨干教师级别: the level that named a backbone teacher; the balance standard counts those of county level and up."""

    label = "骨干教师级别"
    english = "levels of backbone teacher"
    reference = "本软件所定代码；JY/T 骨干类别（GGLB）的对照未核"
    codes = (
        Code("national", "国家级", ("国家级骨干",)),
        Code("provincial", "省级", ("省级骨干", "省骨干")),
        Code("city", "市级", ("市级骨干", "市骨干")),
        Code("county", "县级", ("县级骨干", "区级", "县骨干")),
        Code("school", "校级", ("校级骨干",)),
        Code("none", "无", ("非骨干",)),
    )
