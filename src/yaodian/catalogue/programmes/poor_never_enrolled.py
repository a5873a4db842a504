"""建档立卡失学: children of registered poor families who are on no roll."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class PoorNeverEnrolled(Programme):
    """建档立卡失学: 失学与建档立卡比对: of age, of a registered poor family, and on the roll of no school."""

    label = "建档立卡失学"
    english = "of a registered poor family and on no roll"
    words = "建档立卡家庭的义务教育适龄儿童少年，没有任何学校的学籍。"
    reference = "控辍保学“四查三比对”之失学辍学与建档立卡比对"
    office = "基教科"
    cohort = Side("poor_household_members", "birth_on BETWEEN :born_from AND :born_to")
    service = (Side("enrolments", "status_code IN ('enrolled', 'on_leave')"),)
    county = "county_code"
    ages = "compulsory_ages"
    purposes = (Purpose.DROPOUT_PREVENTION,)
    lasts_by = "not_attending"
