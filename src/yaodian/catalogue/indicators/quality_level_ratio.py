"""质量监测达标率: the part of the pupils drawn who reach level III or higher."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator, Sample
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class QualityLevelRatio(Indicator):
    """质量监测达标率: the weighted share of pupils drawn for quality monitoring at level III or higher, with its interval (0–1).

    Schools are the clusters of the sample; a result without a weight counts once.
    """

    label = "义务教育质量监测Ⅲ级及以上学生比例"
    english = "share of pupils at level III or higher in quality monitoring"
    words = "表现水平不低于Ⅲ级的加权人数 ÷ 全部加权人数（抽样，带置信区间）"
    reference = "国家义务教育质量监测方案（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over = "quality_monitoring_results schools"
    disaggregations = ("subject_code", "grade_code", "schools.urban_rural_code")
    sample = Sample(clusters=("school_code",), strata=("stratum",), weight="weight")
    cell = "count(*)"
    where_2015_01 = "level_no IS NOT NULL"
    numerator_2015_01 = "sum(coalesce(weight, 1)) FILTER (WHERE level_no >= 3)"
    denominator_2015_01 = "sum(coalesce(weight, 1))"
    answers = (
        Answer(
            "质量监测[^,，。;；]{0,8}(?:达标率|Ⅲ级|优良率)",
            examples=("提高国家义务教育质量监测达标率",),
            not_for=("开展国家义务教育质量监测工作",),
        ),
    )
