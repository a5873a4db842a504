"""非寄宿生生活补助: day pupils of the four groups whom no living allowance reached."""

from yaodian.catalogue.sides.aid import FOUR_GROUPS, ON_THE_ROLL, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class LivingDay(Programme):
    """非寄宿生生活补助: day pupils of the four groups have half a year's allowance in each term from autumn 2019 on; before,
    nothing was due and nobody was entitled.
    """

    label = "非寄宿生生活补助"
    english = "day pupils of the four groups without their living allowance"
    words = "义务教育阶段不住校的四类学生，本学期没有发到生活补助，或发的数不对；2019年秋季学期起才有。"
    reference = "义务教育四类非寄宿生生活补助政策（2019年秋季学期起；转述，原文未核）"
    office = "学生资助中心"
    cohort = Side(
        "enrolments", f"{ON_THE_ROLL} AND stage_code IN ('primary', 'junior') AND boarding_code <> 'boarding'"
    )
    among = FOUR_GROUPS
    service = paid_for("living_day")
    money = Money(
        due="0.5 * CASE stage_code WHEN 'primary' THEN :living_day_primary_yuan"
        " WHEN 'junior' THEN :living_day_junior_yuan END",
        paid="amount_yuan",
    )
    parameters = ("living_day_primary_yuan", "living_day_junior_yuan")
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
