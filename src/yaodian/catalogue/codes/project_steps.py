"""项目节点: milestones of a building project."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class ProjectSteps(CodeList):
    """项目节点: the steps from the idea to the asset list, in their order."""

    label = "项目节点"
    english = "milestones of a building project"
    reference = "本软件所定代码；节点取自基本建设程序的惯用次序（原文未核）"
    unverified = True
    codes = (
        Code("01", "立项", ("项目建议书批复",)),
        Code("02", "可行性研究", ("可研", "可研批复")),
        Code("03", "初步设计及概算", ("初设", "概算")),
        Code("04", "施工图审查", ("图审",)),
        Code("05", "财政评审", ("评审",)),
        Code("06", "招标", ("招投标", "采购")),
        Code("07", "施工许可"),
        Code("08", "开工"),
        Code("09", "主体封顶", ("封顶", "主体完工")),
        Code("10", "竣工验收", ("竣工",)),
        Code("11", "交付使用", ("交付", "投入使用")),
        Code("12", "财务决算", ("决算",)),
        Code("13", "资产入账", ("入账",)),
    )
