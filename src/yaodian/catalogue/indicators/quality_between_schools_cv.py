"""质量监测校际差异: how far the schools of a county lie apart in quality monitoring."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class QualityBetweenSchoolsCv(Indicator):
    """质量监测校际差异: coefficient of variation of the schools' mean scores, each weighed by the pupils it stands for."""

    label = "义务教育质量监测校际差异系数"
    english = "variation between schools in quality monitoring"
    words = "各校人均得分对全县人均得分的加权标准差 ÷ 全县人均得分"
    reference = "义务教育优质均衡督导评估办法（校际差异率低于0.15；公式原文未核，用加权差异系数）"
    unit, grain, better = RATIO, (COUNTY, DAY), DOWN
    of, derived = "quality_score_per_pupil", Derivation(How.CV, between=SCHOOL)
    disaggregations = ("subject_code", "grade_code")
    threshold = "quality_spread_maximum"
    minimum_cell = None
