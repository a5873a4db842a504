"""隐患类别: kinds of hazard."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class HazardKinds(CodeList):
    """隐患类别: what may hurt pupils and staff at a school or near it."""

    label = "隐患类别"
    english = "kinds of hazard"
    reference = "本软件所定代码；类别取自校园安全工作的惯用分类"
    codes = (
        Code("fire", "消防", ("消防安全",)),
        Code("food", "食品", ("食品安全", "饮食卫生")),
        Code("chemicals", "危化品", ("危险化学品",)),
        Code("laboratory", "实验室", ("实验室安全",)),
        Code("building", "校舍", ("校舍安全", "建筑")),
        Code("traffic", "交通", ("校车", "校车安全", "交通安全")),
        Code("water", "防溺水", ("溺水",)),
        Code("electricity", "用电", ("用电用气", "燃气")),
        Code("disaster", "自然灾害", ("地质灾害",)),
        Code("surroundings", "校园周边", ("周边环境",)),
        Code("security", "安防", ("治安", "人防物防技防")),
        Code("epidemic", "疫情防控", ("传染病",)),
        Code("other", "其他"),
    )
