"""督导形式: forms of inspection."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class InspectionKinds(CodeList):
    """督导形式: regular, thematic and comprehensive inspection, and checks by other offices."""

    label = "督导形式"
    english = "forms of inspection"
    reference = "《教育督导条例》（国务院令第624号）所列形式（原文未核）；评价、抽查和其他检查为本软件所加"
    codes = (
        Code("regular", "经常性督导", ("经常性", "责任区督导", "挂牌督导")),
        Code("thematic", "专项督导", ("专项", "专项检查")),
        Code("comprehensive", "综合督导", ("综合",)),
        Code("evaluation", "履职评价", ("履行教育职责评价", "政府履职评价")),
        Code("spot_check", "随机抽查", ("双随机", "抽查")),
        Code("other_office", "其他部门检查", ("其他检查", "检查评估")),
    )
