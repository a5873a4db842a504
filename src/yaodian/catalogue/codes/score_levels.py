"""等第: grades of a result."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class ScoreLevels(CodeList):
    """等第: the grade that a test gives."""

    label = "等第"
    english = "grades of a result"
    reference = "《国家学生体质健康标准（2014年修订）》的等级（原文未核）"
    codes = (
        Code("excellent", "优秀", ("优", "A")),
        Code("good", "良好", ("良", "B")),
        Code("pass", "及格", ("合格", "C")),
        Code("fail", "不及格", ("不合格", "待提高", "D")),
    )
