"""有足球场学校数: schools with a football pitch."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class FootballPitchSchoolCount(Indicator):
    """有足球场学校数: primary and secondary schools with a football pitch of any size on the period's last day."""

    label = "有足球场的中小学校数"
    english = "schools with a football pitch"
    words = "期末有足球场或五人制足球场的普通中小学校数（多块场地只计一次）"
    reference = "全国青少年校园足球特色学校基本标准（原文未核）；口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken, not_additive = "sports_facilities schools", LAST_DAY, True
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2015_01 = (
        "kind_code IN ('football_pitch', 'small_pitch') AND schools.type_code IN ('21', '31', '34')"
        " AND schools.state_code = 'open' AND NOT schools.is_teaching_point"
    )
    value_2015_01 = "count(DISTINCT school_code)"
    answers = (
        Answer(
            "(?:有|配备|建有)[^,，。;；]{0,4}足球场[^,，。;；]{0,4}(?:学校|校)",
            examples=("增加建有足球场的学校",),
            not_for=("建设足球场", "推进校园足球全覆盖"),
        ),
    )
