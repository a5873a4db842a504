"""无故缺勤: pupils who were away without a reason when their school last closed its attendance."""

from yaodian.catalogue.programmes.not_attending import NotAttending
from yaodian.declare.early_signal import Days, EarlySignal
from yaodian.declare.programme import Side
from yaodian.domain.access import Purpose


class AbsentUnexplained(EarlySignal):
    """无故缺勤: away without a reason on the last days that the school closed, and not yet for as long as a suspected dropout."""

    label = "无故缺勤"
    english = "away without a reason on the school's last {absent_question_days} closed day(s)"
    words = "义务教育阶段在籍学生，学校最近{absent_question_days}个日结的上课日都无故缺勤；还没有到疑似辍学的天数。"
    reference = "县级控辍保学规定：无故缺勤1天开始处置（地方规定，非全国统一）"
    rows = Side("absences", "reason_code = 'unexplained' AND from_on <= :on")
    since = "from_on"
    days = Days(
        Side("attendance_days", "day_on <= :on"), day="day_on", last="to_on", least="absent_question_days", of="absent_question_days",
        known="attendance_known_days",
    )  # fmt: skip
    among = Side("enrolments", "status_code = 'enrolled' AND stage_code IN ('primary', 'junior')")
    unless = NotAttending.failing
    warns_of = ("not_attending",)
    parameters = ("absent_question_days", "attendance_known_days", "suspected_dropout_days")
    purpose = Purpose.DROPOUT_PREVENTION
