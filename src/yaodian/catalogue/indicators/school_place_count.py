"""学位供给: school places offered in the year's intake."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PLACE_UNIT


class SchoolPlaceCount(Indicator):
    """学位供给: places that schools offer in the intake of the year, as last counted."""

    label = "招生学位数"
    english = "school places offered"
    words = "本年度招生计划数之和"
    reference = "年度招生计划文件；口径为本软件所定"
    unit, grain, better = PLACE_UNIT, (SCHOOL, DAY), UP
    over, taken = "school_places schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "is_bought", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2018_01 = "year = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    value_2018_01 = "sum(place_count)"
    answers = (
        Answer(
            "(?:扩大|提供)[^,，。;；]{0,8}学位",
            examples=("扩大学位供给", "提供义务教育学位"),
            not_for=("新增公办学位",),
        ),
    )
