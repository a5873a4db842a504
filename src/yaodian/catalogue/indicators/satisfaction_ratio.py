"""社会认可度（满意度）: satisfaction of the public."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, WITHIN, Indicator, Sample
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class SatisfactionRatio(Indicator):
    """社会认可度（满意度）: satisfied answers by valid answers of the survey, weighted."""

    label = "社会认可度（满意度）"
    english = "satisfaction of the public"
    words = "满意的有效作答 ÷ 有效作答（按抽样权重）"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, YEAR), UP
    over, taken = "survey_answers", WITHIN
    sample = Sample(clusters=("cluster_no",), strata=("stratum",), weight="weight")
    disaggregations = ("respondent_kind_code", "question_no")
    threshold = "satisfaction_minimum"
    minimum_cell = "minimum_cell"
    cell = "count(*)"
    where_2018_01 = "is_valid AND is_satisfied IS NOT NULL"
    numerator_2018_01 = "sum(coalesce(weight, 1)) FILTER (WHERE is_satisfied)"
    denominator_2018_01 = "sum(coalesce(weight, 1))"
    answers = (
        Answer(
            r"(?:社会|群众|公众|家长|人民)[^,，。;；]{0,6}(?:满意度|认可度)",
            examples=("提升群众对教育的满意度", "提高社会认可度"),
            not_for=("开展师生心理测评",),
        ),
    )
