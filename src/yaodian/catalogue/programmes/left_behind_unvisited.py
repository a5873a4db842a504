"""留守儿童关爱: left-behind children whom nobody visited."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class LeftBehindUnvisited(Programme):
    """留守儿童关爱: each child on the list has a care record not older than the parameter."""

    label = "留守儿童关爱"
    english = "left behind and not visited"
    words = "农村留守儿童在规定天数内没有关爱走访记录。"
    reference = "农村留守儿童关爱保护工作要求（走访间隔各地不一，为参数）"
    office = "基教科"
    cohort = Side("left_behind_children", "until_on IS NULL OR until_on > :on")
    service = (Side("care_visits", "visited_on <= :on AND date_diff('day', visited_on, :on) <= :care_visit_days"),)
    county = "county_code"
    parameters = ("care_visit_days",)
    purposes = (Purpose.CARE,)
