"""转学未接上: pupils who left by transfer some days ago and stand on no other roll yet."""

from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.programme import Side
from yaodian.domain.access import Purpose


class TransferUnderWay(EarlySignal):
    """转学未接上: the school that let a pupil go is asked where it went, before it counts as arrived nowhere."""

    label = "转学未接上"
    english = "left by transfer {transfer_question_days} days ago or more and on no roll yet"
    words = "义务教育阶段学生转出已满{transfer_question_days}天，去向没有核办，也没有任何学校的学籍；还没有到转出未到的天数。"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号；原文未核）；转学衔接要求"
    rows = Side(
        "enrolment_changes",
        "kind_code = 'transfer_out' AND confirmed_on IS NULL"
        " AND (grade_code IS NULL OR left(grade_code, 1) IN ('p', 'j'))"
        " AND date_diff('day', changed_on, :on) BETWEEN :transfer_question_days AND :transfer_days - 1",
    )
    since = "changed_on"
    unless = Side("enrolments", "status_code IN ('enrolled', 'on_leave')")
    warns_of = ("transferred_not_arrived",)
    parameters = ("transfer_question_days", "transfer_days")
    purpose = Purpose.DROPOUT_PREVENTION
