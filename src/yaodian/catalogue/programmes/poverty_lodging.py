"""精准扶贫免（补）住宿费: registered poor boarders of senior schools who were not spared lodging."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, REGISTERED_POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class PovertyLodging(Programme):
    """精准扶贫免（补）住宿费: registered poor boarders of senior schools are spared half a year's lodging in each term; what
    vocational schools spare is not known yet.
    """

    label = "精准扶贫免（补）住宿费"
    english = "registered poor, boarding in senior school, and not spared lodging"
    words = "建档立卡的普通高中住校学生，本学期没有免（补）住宿费，或免的数不对；中职的标准待核，未列。"
    reference = "贵州省教育精准扶贫学生资助政策（金额未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code = 'senior' AND boarding_code = 'boarding'")
    among = (REGISTERED_POOR,)
    service = paid_for("poverty_lodging")
    money = Money(due="0.5 * :poverty_lodging_yuan", paid="amount_yuan")
    parameters = ("poverty_lodging_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
