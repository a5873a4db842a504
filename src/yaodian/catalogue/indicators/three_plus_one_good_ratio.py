"""“3+1”测评优良率: the part of the pupils drawn who did well in sports, arts, science and football."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator, Sample
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class ThreePlusOneGoodRatio(Indicator):
    """体艺科技足球“3+1”测评优良率: the weighted share of pupils drawn for the test whose grade was excellent or good, with its interval (0–1).

    Schools are the clusters of the sample; a result without a weight counts once.
    """

    label = "体艺科技足球“3+1”测评优良率"
    english = "share of good results in the 3+1 test"
    words = "等第为优秀或良好的加权人次 ÷ 全部加权人次（抽样，带置信区间）"
    reference = "遵义市中小学体育、艺术、科技教育和校园足球“3+1”测评方案（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over = "three_plus_one_results schools"
    disaggregations = ("item_code", "grade_code", "schools.urban_rural_code", "schools.type_code")
    sample = Sample(clusters=("school_code",), strata=("stratum",), weight="weight")
    cell = "count(*)"
    numerator_2018_01 = "sum(coalesce(weight, 1)) FILTER (WHERE level_code IN ('excellent', 'good'))"
    denominator_2018_01 = "sum(coalesce(weight, 1))"
    answers = (
        Answer(
            r"3\+1”?测评[^,，。;；]{0,4}(?:优良率|优秀率)",
            examples=("提高“3+1”测评优良率",),
            not_for=("开展“3+1”测评",),
        ),
    )
