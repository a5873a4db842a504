"""寄宿生生活补助: poor boarders whom no living allowance reached."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class LivingBoarding(Programme):
    """寄宿生生活补助: poor boarders of primary and junior schools have half a year's allowance in each term."""

    label = "寄宿生生活补助"
    english = "poor boarders without their living allowance"
    words = "义务教育阶段住校的家庭经济困难学生，本学期没有发到生活补助，或发的数不对。"
    reference = "义务教育家庭经济困难学生生活补助政策（转述，原文未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code IN ('primary', 'junior') AND boarding_code = 'boarding'")
    among = POOR
    service = paid_for("living_boarding")
    money = Money(
        due="0.5 * CASE stage_code WHEN 'primary' THEN :living_boarding_primary_yuan"
        " WHEN 'junior' THEN :living_boarding_junior_yuan END",
        paid="amount_yuan",
    )
    parameters = ("living_boarding_primary_yuan", "living_boarding_junior_yuan")
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
