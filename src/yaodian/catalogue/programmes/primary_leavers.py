"""小学毕业生升学: children who left primary school and arrived in no junior school."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class PrimaryLeavers(Programme):
    """小学毕业生升学: 整班交接: who was in the last grade of primary school on 30 June stands on the roll of a junior or special school in autumn."""

    label = "小学毕业生升学"
    english = "left primary school and arrived nowhere"
    words = "6月底在小学六年级的学生，秋季没有到初中（或特殊教育学校）就读。"
    reference = "控辍保学与小升初整班交接要求（要点11.4）"
    office = "基教科"
    cohort = Side("enrolments", "status_code = 'enrolled' AND grade_code = 'p6'", last=(6, 30))
    service = (
        Side(
            "enrolments",
            "status_code IN ('enrolled', 'on_leave') AND (stage_code IN ('junior', 'special') OR grade_code = 'p6')",
        ),
    )
    purposes = (Purpose.DROPOUT_PREVENTION,)
    lasts_by = "not_attending"
