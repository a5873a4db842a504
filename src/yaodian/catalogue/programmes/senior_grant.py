"""普通高中国家助学金: poor pupils of senior schools whom no grant reached."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class SeniorGrant(Programme):
    """普通高中国家助学金: poor pupils of senior schools have half a year's grant in each term. Where an office grades the
    grant, what differs from the mean shows as too little or too much.
    """

    label = "普通高中国家助学金"
    english = "poor, in senior school, and without the state grant"
    words = "普通高中的家庭经济困难学生，本学期没有发到国家助学金，或发的数不是平均标准。"
    reference = "普通高中国家助学金政策（转述；分档由地方定）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code = 'senior'")
    among = POOR
    service = paid_for("senior_grant")
    money = Money(due="0.5 * :senior_grant_yuan", paid="amount_yuan")
    parameters = ("senior_grant_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
