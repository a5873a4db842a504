"""本科及以上学历教师比例: teachers with a four-year degree."""

from yaodian.catalogue.columns.conditions import FULL_TIME
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class TeacherBachelorRatio(Indicator):
    """本科及以上学历教师比例: full-time teachers with a four-year degree or more by all of them."""

    label = "本科及以上学历教师比例"
    english = "teachers with a four-year degree"
    words = "本科及以上学历专任教师数 ÷ 专任教师数"
    reference = "教育事业统计专任教师学历表（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "subject_code", "sex_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = FULL_TIME
    numerator_2018_01 = "count(*) FILTER (WHERE degree_code IN ('11', '14', '21'))"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"教师[^,，。;；]{0,6}本科(?:及)?以上(?:学历)?[^,，。;；]{0,6}(?:比例|占比)",
            examples=("小学教师本科以上学历比例达到",),
            not_for=("引进本科以上学历教师",),
        ),
    )
