"""质量监测人均得分: the mean score in quality monitoring."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON, POINT


class QualityScorePerPupil(Indicator):
    """质量监测人均得分: weighted points of the pupils drawn, by their weights; of one subject when split by subject."""

    label = "义务教育质量监测人均得分（按科目）"
    english = "mean score in quality monitoring"
    words = "得分加权之和 ÷ 权重之和"
    reference = "国家义务教育质量监测方案（原文未核）"
    unit, grain, better = POINT / PERSON, (SCHOOL, DAY), UP
    over = "quality_monitoring_results schools"
    disaggregations = ("subject_code", "grade_code", "schools.urban_rural_code")
    cell = "count(*)"
    where_2015_01 = "score IS NOT NULL"
    numerator_2015_01 = "sum(score * coalesce(weight, 1))"
    denominator_2015_01 = "sum(coalesce(weight, 1))"
