"""资金级次: levels of funds."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class FundLevels(CodeList):
    """资金级次: which level of government the money comes from."""

    label = "资金级次"
    english = "levels of funds"
    reference = "本软件所定代码；级次依《中华人民共和国预算法》第三条"
    codes = (
        Code("central", "中央", ("中央资金", "中央财政")),
        Code("provincial", "省级", ("省级资金", "省财政")),
        Code("city", "市级", ("市级资金", "市财政")),
        Code("county", "县级", ("县级资金", "县财政", "区级")),
        Code("own", "学校自筹", ("自筹",)),
        Code("social", "社会捐赠", ("捐赠", "社会资金")),
        Code("cooperation", "东西部协作资金", ("帮扶资金",)),
    )
