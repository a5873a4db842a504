"""质量监测平均分: mean score of quality monitoring."""

from yaodian.declare.indicator import UP, WITHIN, Indicator, Sample
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import POINT


class QualityScorePerPupil(Indicator):
    """质量监测平均分: weighted scores by weights of the pupils tested; to be asked of one subject and grade."""

    label = "质量监测平均分"
    english = "mean score of quality monitoring"
    words = "得分按抽样权重的合计 ÷ 权重合计（分学科、年级）"
    reference = (
        "《国家义务教育质量监测方案》；教督〔2017〕6号："
        "相关科目学生学业水平达到Ⅲ级以上、校际差异率低于0.15（转述，数值原文未核）"
    )
    unit, grain, better = POINT, (SCHOOL, YEAR), UP
    over, taken = "quality_monitoring_results", WITHIN
    sample = Sample(clusters=("school_code",), strata=("stratum",), weight="weight")
    disaggregations = ("subject_code", "grade_code")
    minimum_cell = "minimum_cell"
    cell = "count(*)"
    where_2018_01 = "score IS NOT NULL"
    numerator_2018_01 = "sum(score * coalesce(weight, 1))"
    denominator_2018_01 = "sum(coalesce(weight, 1))"
