"""学位供需比: school places for each child that applied."""

from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON, PLACE_UNIT


class SchoolPlaceSupplyRatio(Indicator):
    """学位供需比: places offered for each applicant of the year's intake (1 is just enough).

    Grades of schools that state no applicants count in neither part.
    """

    label = "学位供需比"
    english = "school places per applicant"
    words = "招生计划数 ÷ 报名人数"
    reference = "年度招生计划和报名统计；口径为本软件所定"
    unit, grain, better = PLACE_UNIT / PERSON, (SCHOOL, DAY), UP
    over, taken = "school_places schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = "applicant_count IS NOT NULL AND year = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    numerator_2018_01 = "sum(place_count)"
    denominator_2018_01 = "sum(applicant_count)"
