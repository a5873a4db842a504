"""中职国家助学金: poor pupils of vocational schools whom no grant reached."""

from yaodian.catalogue.sides.aid import ON_THE_ROLL, POOR, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class VocationalGrant(Programme):
    """中职国家助学金: poor pupils in grades 1 and 2 have half a year's grant in each term. Who has it for the subject (涉农) or
    for coming from a contiguous poor county cannot be told from the registers and shows as paid without a right.
    """

    label = "中职国家助学金"
    english = "poor, in grade 1 or 2 of a vocational school, and without the state grant"
    words = "中职一、二年级家庭经济困难学生，本学期没有发到国家助学金，或发的数不对；因涉农专业、连片特困地区享受的，登记簿里看不出，需人核。"
    reference = "中等职业学校国家助学金政策（转述，原文未核）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND grade_code IN ('v1', 'v2')")
    among = POOR
    service = paid_for("vocational_grant")
    money = Money(due="0.5 * :vocational_grant_yuan", paid="amount_yuan")
    parameters = ("vocational_grant_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
