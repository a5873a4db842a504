"""搬迁子女入学: relocated children who are on no roll."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class RelocatedNotEnrolled(Programme):
    """搬迁子女入学: each child of age who moved to a settlement is on a roll."""

    label = "搬迁子女入学"
    english = "relocated, of age, and on no roll"
    words = "易地扶贫搬迁的义务教育适龄儿童少年，没有任何学校的学籍。"
    reference = "易地扶贫搬迁安置点教育保障要求（9月1日前入学）"
    office = "基教科"
    cohort = Side("relocated_persons", "birth_on BETWEEN :born_from AND :born_to AND moved_on <= :on")
    service = (Side("enrolments", "status_code IN ('enrolled', 'on_leave')"),)
    county = "county_code"
    ages = "compulsory_ages"
    purposes = (
        Purpose.DROPOUT_PREVENTION,
        Purpose.ADMISSION,
    )
    lasts_by = "not_attending"
