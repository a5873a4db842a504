"""精准扶贫免（补）教科书费: registered poor pupils of senior schools who were not spared textbooks."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, REGISTERED_POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class PovertyTextbook(Programme):
    """精准扶贫免（补）教科书费: registered poor pupils of senior schools are spared half a year's textbooks in each term; what
    vocational schools spare is not known yet.
    """

    label = "精准扶贫免（补）教科书费"
    english = "registered poor, in senior school, and not spared textbooks"
    words = "建档立卡的普通高中学生，本学期没有免（补）教科书费，或免的数不对；中职的标准待核，未列。"
    reference = "贵州省教育精准扶贫学生资助政策（金额未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code = 'senior'")
    among = (REGISTERED_POOR,)
    service = paid_for("poverty_textbook")
    money = Money(due="0.5 * :poverty_textbook_yuan", paid="amount_yuan")
    parameters = ("poverty_textbook_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
