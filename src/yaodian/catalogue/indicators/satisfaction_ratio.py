"""群众满意度: the part of the valid answers that are satisfied."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator, Sample
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class SatisfactionRatio(Indicator):
    """群众满意度: satisfied answers, weighted, of the valid answers that say whether they are, with the interval of the sample (0–1)."""

    label = "教育群众满意度"
    english = "share of satisfied answers"
    words = "满意的加权答题数 ÷ 有效且可判定的加权答题数（抽样，带置信区间）"
    reference = "义务教育优质均衡督导评估办法（社会认可度85%；原文未核）；各次调查方案"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over = "survey_answers schools"
    disaggregations = ("survey_no", "respondent_kind_code", "question_no", "county_code", "schools.type_code")
    sample = Sample(clusters=("cluster_no",), strata=("stratum",), weight="weight")
    threshold = "satisfaction_minimum"
    cell = "count(*) FILTER (WHERE question_no = 1)"
    where_2012_01 = "is_valid AND is_satisfied IS NOT NULL"
    numerator_2012_01 = "sum(coalesce(weight, 1)) FILTER (WHERE is_satisfied)"
    denominator_2012_01 = "sum(coalesce(weight, 1))"
    answers = (
        Answer(
            "(?:群众|社会|公众|家长|师生|人民)[^,，。;；]{0,6}(?:满意度|满意率|认可度)",
            examples=("提高群众教育满意度", "确保社会认可度"),
            not_for=("提高信访办理满意率", "提高教师待遇"),
        ),
    )
