"""转出未到: pupils who left by transfer and arrived nowhere."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class TransferredNotArrived(Programme):
    """转出未到: who left a school by transfer in the year before stands on a roll of the city after the days of the parameter, or the
    place that the child went to has confirmed it.
    """

    label = "转出未到"
    english = "left by transfer and arrived nowhere"
    words = "一年内转出的义务教育阶段学生，过了规定天数，去向没有核办，也没有在任何学校的学籍。"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号；原文未核）；转学衔接要求"
    office = "基教科"
    cohort = Side(
        "enrolment_changes",
        "kind_code = 'transfer_out' AND confirmed_on IS NULL"
        " AND (grade_code IS NULL OR left(grade_code, 1) IN ('p', 'j'))"
        " AND date_diff('day', changed_on, :on) BETWEEN :transfer_days AND 365",
    )
    service = (Side("enrolments", "status_code IN ('enrolled', 'on_leave')"),)
    parameters = ("transfer_days",)
    purposes = (Purpose.DROPOUT_PREVENTION,)
    lasts_by = "not_attending"
