"""岗位职业: duties of staff."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class StaffDuties(CodeList):
    """岗位职业: what a member of staff does at the school."""

    label = "岗位职业"
    english = "duties of staff"
    reference = "本软件所定代码；分类取自教育事业统计教职工表"
    codes = (
        Code("teacher", "专任教师", ("专任",)),
        Code("principal", "校长", ("园长", "正校长")),
        Code("vice_principal", "副校长", ("副园长",)),
        Code("administrator", "行政人员", ("行政",)),
        Code("teaching_support", "教辅人员", ("教辅",)),
        Code("worker", "工勤人员", ("工勤", "后勤")),
        Code("carer", "保育员", ("保育",)),
        Code("health_worker", "校医", ("卫生保健人员", "保健医")),
        Code("security", "保安", ("安保",)),
        Code("canteen", "食堂从业人员", ("食堂员工", "炊事员")),
    )
