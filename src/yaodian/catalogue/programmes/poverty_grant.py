"""教育精准扶贫学生资助: registered poor pupils whom no poverty grant reached."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, REGISTERED_POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class PovertyGrant(Programme):
    """教育精准扶贫学生资助: registered poor pupils of senior schools, and of grades 1 and 2 of vocational ones, have half a
    year's grant in each term; no register holds who studies at a university.
    """

    label = "教育精准扶贫学生资助"
    english = "registered poor, beyond compulsory schooling, and without the poverty grant"
    words = "建档立卡的普通高中学生和中职一、二年级学生，本学期没有发到扶贫专项助学金，或发的数不对。"
    reference = "贵州省教育精准扶贫学生资助政策（转述，原文未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND (stage_code = 'senior' OR grade_code IN ('v1', 'v2'))")
    among = (REGISTERED_POOR,)
    service = paid_for("poverty_grant")
    money = Money(due="0.5 * :poverty_grant_yuan", paid="amount_yuan")
    parameters = ("poverty_grant_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
