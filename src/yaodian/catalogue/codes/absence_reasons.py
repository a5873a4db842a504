"""缺勤原因: reasons for absence."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class AbsenceReasons(CodeList):
    """缺勤原因: why a pupil was away; unexplained absence is what dropout prevention looks at."""

    label = "缺勤原因"
    english = "reasons for absence"
    reference = "本软件所定代码；因病缺勤登记依《学校和托幼机构传染病疫情报告工作规范（试行）》（原文未核）"
    codes = (
        Code("illness", "病假", ("因病",)),
        Code("personal", "事假"),
        Code("official", "公假", ("公事",)),
        Code("unexplained", "无故缺勤", ("旷课", "不明原因", "未请假")),
        Code("quarantine", "隔离", ("疫情隔离",)),
        Code("other", "其他"),
    )
