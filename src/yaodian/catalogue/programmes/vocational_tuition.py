"""中职免学费: pupils of vocational schools who were not spared tuition."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class VocationalTuition(Programme):
    """中职免学费: every pupil of a vocational school is spared half a year's tuition in each term."""

    label = "中职免学费"
    english = "in a vocational school and not spared tuition"
    words = "中职在籍学生，本学期没有免学费，或免的数不对。"
    reference = "中等职业学校免学费政策（转述，原文未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code = 'vocational'")
    service = paid_for("vocational_tuition")
    money = Money(due="0.5 * :vocational_tuition_yuan", paid="amount_yuan")
    parameters = ("vocational_tuition_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
