"""等级保护备案率: the part of the schools whose network security grade is filed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class SecurityGradeRatio(Indicator):
    """等级保护备案率: schools that filed the grade of their network's security, of all schools counted (0–1)."""

    label = "学校网络安全等级保护备案率"
    english = "share of schools with a filed security grade"
    words = "完成等级保护备案的学校数 ÷ 有统计的学校数（未填的按未完成计）"
    reference = "《中华人民共和国网络安全法》第二十一条；GB/T 22239—2019"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken, not_additive = "digital_facilities schools", LAST_DAY, True
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    numerator_2017_06 = "count(DISTINCT school_code) FILTER (WHERE has_security_grade)"
    denominator_2017_06 = "count(DISTINCT school_code)"
    answers = (
        Answer(
            "等级保护|等保(?:备案|测评)",
            examples=("完成学校网络安全等级保护备案", "提高等保备案率"),
            not_for=("强化教育网络与信息安全工作",),
        ),
    )
