"""开展校园足球学校数: schools with football lessons and a squad that trains."""

from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class FootballSchoolCount(Indicator):
    """开展校园足球学校数: primary and secondary schools that had, in the school year last counted, a football squad that trains each
    week and the weekly lessons of football for all classes; a pitch is measured apart (`football_pitch_ratio`)."""

    label = "开展校园足球的中小学校数"
    english = "schools with football lessons and a squad"
    words = "有每周训练的足球队、且每周足球课时不低于标准的普通中小学校数（一校多队只计一次）"
    reference = "全国青少年校园足球特色学校基本标准（原文未核）；“覆盖”口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken, not_additive = "squads schools", LAST_DAY, True
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2015_01 = (
        "item_code = 'football' AND training_count >= 1 AND class_lessons >= :football_lessons_minimum"
        " AND schools.type_code IN ('21', '31', '34') AND schools.state_code = 'open' AND NOT schools.is_teaching_point"
    )
    value_2015_01 = "count(DISTINCT school_code)"
