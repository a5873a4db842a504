"""禁毒知识知晓率: the part of the questions about drugs that were answered rightly."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator, Sample
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class DrugKnowledgeRatio(Indicator):
    """禁毒知识知晓率: right answers, weighted, of all answers to the questions about drugs, with the interval of the sample (0–1).

    Clusters of the sample are what was drawn first (classes, schools); an answer without a weight counts once. The persons
    behind a value are those who answered its first question.
    """

    label = "禁毒知识知晓率"
    english = "share of right answers about drugs"
    words = "答对的加权题次 ÷ 全部加权题次（抽样，带置信区间）"
    reference = "禁毒预防教育抽样测试方案；知晓率口径为本软件所定（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over = "knowledge_test_answers schools"
    disaggregations = ("respondent_kind_code", "schools.type_code", "schools.urban_rural_code")
    sample = Sample(clusters=("cluster_no",), strata=("stratum",), weight="weight")
    cell = "count(*) FILTER (WHERE question_no = 1)"
    where_2018_01 = "topic_code = 'drugs'"
    numerator_2018_01 = "sum(coalesce(weight, 1)) FILTER (WHERE is_correct)"
    denominator_2018_01 = "sum(coalesce(weight, 1))"
    answers = (
        Answer(
            "(?:禁毒|毒品|涉毒)[^,，。;；]{0,6}知晓率",
            examples=("确保全市教育系统广大师生员工禁毒知识知晓率", "提高毒品预防知识知晓率"),
            not_for=("提高资助政策知晓率", "实现校园无毒品"),
        ),
    )
