"""普通高中免学杂费: pupils of senior schools who should be spared tuition and were not."""

from yaodian.catalogue.sides.aid import FOUR_GROUPS, ON_THE_ROLL, paid_for
from yaodian.declare.programme import Money, Programme, Side
from yaodian.domain.access import Purpose


class SeniorTuition(Programme):
    """普通高中免学杂费: pupils of senior schools who are of the four groups are spared half a year's tuition in each term."""

    label = "普通高中免学杂费"
    english = "of the four groups, in senior school, and not spared tuition"
    words = "普通高中的四类学生，本学期没有免（补）学杂费，或免的数不对。"
    reference = "普通高中家庭经济困难学生免学杂费政策（未核；标准依学校收费）"
    office = "学生资助中心"
    cohort = Side("enrolments", f"{ON_THE_ROLL} AND stage_code = 'senior'")
    among = FOUR_GROUPS
    service = paid_for("senior_tuition")
    money = Money(due="0.5 * :senior_tuition_yuan", paid="amount_yuan")
    parameters = ("senior_tuition_yuan",)
    purposes = (Purpose.STUDENT_AID,)
    promised_by = "aid_assured_ratio"
