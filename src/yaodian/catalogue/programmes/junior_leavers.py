"""初中毕业生去向: young people who left junior school and arrived nowhere."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class JuniorLeavers(Programme):
    """初中毕业生去向: who was in the last grade of junior school on 30 June stands on the roll of a senior or vocational school in
    autumn; others need a known other place.
    """

    label = "初中毕业生去向"
    english = "left junior school and arrived nowhere"
    words = "6月底在初中三年级的学生，秋季没有到高中阶段学校就读，去向待核实。"
    reference = "高中阶段招生与初中毕业生去向登记要求"
    office = "基教科"
    cohort = Side("enrolments", "status_code = 'enrolled' AND grade_code = 'j3'", last=(6, 30))
    service = (
        Side(
            "enrolments",
            "status_code IN ('enrolled', 'on_leave') AND (stage_code IN ('senior', 'vocational') OR grade_code = 'j3')",
        ),
    )
    purposes = (
        Purpose.DROPOUT_PREVENTION,
        Purpose.ADMISSION,
    )
