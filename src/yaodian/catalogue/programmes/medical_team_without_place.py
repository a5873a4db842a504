"""援鄂医疗队员子女入学: children of the medical team for whom no school was arranged."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class MedicalTeamWithoutPlace(Programme):
    """援鄂医疗队员子女入学: each child on the list has a school and the day of its place there on record. To be on the roll
    of some school is not enough: it may be the one that the child leaves.
    """

    label = "援鄂医疗队员子女入学"
    english = "of the medical team sent to Hubei, and without an arranged place"
    words = "援鄂医疗队员子女，名册上还没有安排学校或还没有到入学日期。"
    reference = "支援湖北医疗队员子女照顾入学政策（2020年，文号未核）"
    office = "基教科"
    cohort = Side("medical_team_children", "TRUE")
    service = (Side("medical_team_children", "school_code IS NOT NULL AND placed_on <= :on"),)
    county = "county_code"
    purposes = (Purpose.ADMISSION, Purpose.CARE)
