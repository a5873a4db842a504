"""随迁子女入学: migrant children of age who have no place in a public school."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class MigrantWithoutPlace(Programme):
    """随迁子女入学: each child of age with a residence permit in force has a place in a public school, or one that the
    government bought in a private school.
    """

    label = "随迁子女入学"
    english = "migrant, of age, and without a public or bought place"
    words = "持有效居住证的义务教育适龄随迁子女，没有在公办学校就读，也没有政府购买的学位。"
    reference = "《居住证暂行条例》（国务院令第663号；原文未核）；随迁子女在公办学校和政府购买学位就读的要求"
    office = "基教科"
    cohort = Side(
        "residence_permits",
        "birth_on BETWEEN :born_from AND :born_to AND issued_on <= :on AND (expires_on IS NULL OR expires_on >= :on)",
    )
    service = (
        Side(
            "enrolments",
            "status_code IN ('enrolled', 'on_leave')",
            whose=("school_code", Side("schools", "ownership_code NOT IN ('private', 'joint')")),
        ),
        Side("enrolments", "status_code IN ('enrolled', 'on_leave') AND coalesce(is_bought_place, FALSE)"),
    )
    county = "county_code"
    ages = "compulsory_ages"
    purposes = (Purpose.ADMISSION,)
