"""失学: residents of school age who are on no school's roll."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class NeverEnrolled(Programme):
    """失学: 户籍与学籍比对: of age, living here, and on the roll of no school anywhere in the city."""

    label = "失学"
    english = "of school age and on no roll"
    words = "居住在本地的义务教育适龄儿童少年，没有任何学校的学籍。"
    reference = "控辍保学“四查三比对”之户籍与学籍比对（2024年的名称，2020年已有同样的比对）"
    office = "基教科"
    cohort = Side(
        "residents",
        "birth_on BETWEEN :born_from AND :born_to AND registered_code <> 'away' AND died_on IS NULL"
        " AND (moved_out_on IS NULL OR moved_out_on > :on)",
    )
    service = (Side("enrolments", "status_code IN ('enrolled', 'on_leave')"),)
    county = "county_code"
    ages = "compulsory_ages"
    purposes = (Purpose.DROPOUT_PREVENTION,)
    reported = "never_enrolled_count"
    promised_by = "schooling_assured_ratio"
    lasts_by = "not_attending"
