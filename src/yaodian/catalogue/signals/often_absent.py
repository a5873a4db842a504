"""多次无故缺勤: pupils who were away without a reason again and again."""

from yaodian.catalogue.programmes.not_attending import NotAttending
from yaodian.declare.early_signal import Days, EarlySignal
from yaodian.declare.programme import Side
from yaodian.domain.access import Purpose


class OftenAbsent(EarlySignal):
    """多次无故缺勤: away without a reason on so many of the last days that the school closed, in one stretch or in several."""

    label = "多次无故缺勤"
    english = "away without a reason on {often_absent_days} or more of the school's last {often_absent_of} closed days"
    words = "义务教育阶段在籍学生，学校最近{often_absent_of}个日结的上课日中，无故缺勤合计{often_absent_days}天及以上。"
    reference = "本软件默认规则：断续缺勤常在辍学之前；天数为参数，待各地确认"
    rows = Side("absences", "reason_code = 'unexplained' AND from_on <= :on")
    since = "from_on"
    days = Days(
        Side("attendance_days", "day_on <= :on"), day="day_on", last="to_on", least="often_absent_days", of="often_absent_of",
        known="attendance_known_days",
    )  # fmt: skip
    among = Side("enrolments", "status_code = 'enrolled' AND stage_code IN ('primary', 'junior')")
    unless = NotAttending.failing
    warns_of = ("not_attending",)
    parameters = ("often_absent_days", "often_absent_of", "attendance_known_days", "suspected_dropout_days")
    purpose = Purpose.DROPOUT_PREVENTION
