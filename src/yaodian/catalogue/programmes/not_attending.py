"""辍学: pupils on the roll who do not come."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class NotAttending(Programme):
    """辍学: 学籍与在校比对: on the roll of a compulsory stage and away without a reason for longer than the threshold.

    A school that closed no day of the weeks before says nothing: its pupils are unknown, never present.
    """

    label = "辍学"
    english = "on the roll and not attending"
    words = "义务教育阶段在籍学生，无故连续缺勤达到规定天数的，视为疑似辍学；学校近期没有日结的，视为不知道。"
    reference = "控辍保学“四查三比对”之学籍与在校比对；疑似辍学的天数各地不一，为参数"
    office = "基教科"
    cohort = Side("enrolments", "status_code = 'enrolled' AND stage_code IN ('primary', 'junior')")
    failing = Side(
        "absences",
        "reason_code = 'unexplained' AND from_on <= :on AND (to_on IS NULL OR to_on >= :on)"
        " AND date_diff('day', from_on, :on) + 1 >= :suspected_dropout_days",
    )
    seen = Side("attendance_days", "day_on <= :on AND date_diff('day', day_on, :on) <= :attendance_known_days")
    seen_by = "school_code"
    parameters = ("suspected_dropout_days", "attendance_known_days")
    purposes = (Purpose.DROPOUT_PREVENTION,)
    reported = "dropped_out_count"
    promised_by = "schooling_assured_ratio"
