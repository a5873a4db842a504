"""残疾儿童安置: children with a disability who are taught nowhere."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class DisabledWithoutPlace(Programme):
    """残疾儿童安置: each child of age has a place: with others, in a special school, or taught at home and visited not long
    ago; excused is only whom the county's committee assessed.
    """

    label = "残疾儿童安置"
    english = "of age, with a disability, and taught nowhere"
    words = "义务教育适龄残疾儿童少年，既没有学籍，近期也没有送教上门；经县级专家委员会评估免予入学的除外。"
    reference = "《残疾人教育条例》（2017年）；一人一案"
    office = "基教科"
    cohort = Side("disabled_children", "birth_on BETWEEN :born_from AND :born_to AND NOT coalesce(is_excused, FALSE)")
    service = (
        Side("enrolments", "status_code IN ('enrolled', 'on_leave')"),
        Side("home_teaching_visits", "visited_on <= :on AND date_diff('day', visited_on, :on) <= :home_teaching_days"),
    )
    county = "county_code"
    ages = "compulsory_ages"
    parameters = ("home_teaching_days",)
    purposes = (
        Purpose.SPECIAL_EDUCATION,
        Purpose.DROPOUT_PREVENTION,
    )
