"""户口性质: kinds of household registration."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class HukouKinds(CodeList):
    """户口性质: whether a household is registered as rural."""

    label = "户口性质"
    english = "kinds of household registration"
    reference = "本软件所定代码；JY/T 户口性质码（HKXZM）的对照未核"
    codes = (
        Code("rural", "农业户口", ("农业", "农村")),
        Code("urban", "非农业户口", ("非农业", "城镇")),
        Code("resident", "居民户口", ("居民",)),
        Code("none", "无户口", ("未落户",)),
    )
