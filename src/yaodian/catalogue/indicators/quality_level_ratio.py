"""质量监测达到Ⅲ级以上比例: pupils at level III or higher."""

from yaodian.declare.indicator import UP, WITHIN, Indicator, Sample
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class QualityLevelRatio(Indicator):
    """质量监测达到Ⅲ级以上比例: pupils of the sample at level III or higher, weighted, by all tested.

    The scheme judges the level that the county as a whole is stated to have; this is the share of its pupils.
    """

    label = "质量监测达到Ⅲ级以上比例"
    english = "pupils at level III or higher"
    words = "表现水平达到Ⅲ级及以上的学生数 ÷ 受测学生数（按抽样权重）"
    reference = (
        "《国家义务教育质量监测方案》；教督〔2017〕6号："
        "相关科目学生学业水平达到Ⅲ级以上、校际差异率低于0.15（转述，数值原文未核）"
    )
    unit, grain, better = RATIO, (COUNTY, YEAR), UP
    over, taken = "quality_monitoring_results", WITHIN
    sample = Sample(clusters=("school_code",), strata=("stratum",), weight="weight")
    disaggregations = ("subject_code", "grade_code")
    minimum_cell = "minimum_cell"
    cell = "count(*)"
    where_2018_01 = "level_no IS NOT NULL"
    numerator_2018_01 = "sum(coalesce(weight, 1)) FILTER (WHERE level_no >= :quality_level)"
    denominator_2018_01 = "sum(coalesce(weight, 1))"
