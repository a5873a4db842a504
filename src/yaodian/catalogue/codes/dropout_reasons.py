"""失学辍学原因: reasons for not attending."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class DropoutReasons(CodeList):
    """失学辍学原因: why a child of school age does not attend; beliefs are never recorded."""

    label = "失学辍学原因"
    english = "reasons for not attending"
    reference = "教育部2020年9月23日新闻发布会的转述（原文未核）；按本软件规定不设宗教类原因"
    unverified = True
    codes = (
        Code("weariness", "学习困难或厌学", ("厌学", "学习困难")),
        Code("work", "外出务工", ("务工",)),
        Code("marriage", "早婚早育", ("早婚",)),
        Code("disability", "残疾", ("重残",)),
        Code("poverty", "家庭经济困难", ("贫困",)),
        Code("illness", "疾病", ("重病", "长期患病")),
        Code("moved", "随家庭外出未确认", ("外出未联系上",)),
        Code("other", "其他"),
    )
