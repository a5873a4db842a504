"""安置方式: placements of children with disabilities."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Placements(CodeList):
    """安置方式: how a child with a disability is schooled."""

    label = "安置方式"
    english = "placements of children with disabilities"
    reference = "本软件所定代码；方式取自《第二期特殊教育提升计划（2017—2020年）》（原文未核）"
    codes = (
        Code("inclusive", "随班就读", ("普通学校随班就读",)),
        Code("special_class", "普通学校附设特教班", ("特教班",)),
        Code("special_school", "特殊教育学校就读", ("特教学校",)),
        Code("home", "送教上门", ("送教",)),
        Code("kindergarten", "学前融合", ("学前康复",)),
        Code("excused", "不具备学习条件", ("经评估延缓",)),
        Code("none", "未安置", ("未入学",)),
    )
