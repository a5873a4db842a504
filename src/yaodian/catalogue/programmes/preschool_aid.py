"""学前教育资助: poor children in kindergarten whom no aid reached."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class PreschoolAid(Programme):
    """学前教育资助: poor children in kindergarten have half a year's aid in each term."""

    label = "学前教育资助"
    english = "poor, in kindergarten, and without aid"
    words = "在园的建档立卡等家庭经济困难儿童，本学期没有发到学前教育资助，或发的数不对。"
    reference = "学前教育资助政策（标准由县定；转述，未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code = 'preschool'")
    among = POOR
    service = paid_for("preschool_aid")
    money = Money(due="0.5 * :preschool_aid_yuan", paid="amount_yuan")
    parameters = ("preschool_aid_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
