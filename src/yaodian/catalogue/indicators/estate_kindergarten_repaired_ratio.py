"""小区配套园治理完成率: the part of the estates with a faulty kindergarten that were put right."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class EstateKindergartenRepairedRatio(Indicator):
    """小区配套园治理完成率: estates whose kindergarten was put right, of those where something was wrong (0–1)."""

    label = "小区配套幼儿园治理完成率"
    english = "share of estate kindergartens put right"
    words = "治理完成的小区数 ÷ 存在问题的小区数"
    reference = "国办发〔2019〕3号《关于开展城镇小区配套幼儿园治理工作的通知》（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "estate_kindergartens", LAST_DAY
    disaggregations = ("problem_code", "county_code")
    minimum_cell = None
    where_2019_01 = "problem_code <> 'none'"
    numerator_2019_01 = "count(*) FILTER (WHERE done_on <= :last_day)"
    denominator_2019_01 = "count(*)"
    answers = (
        Answer(
            "小区配套(?:幼儿)?园[^,，。;；]{0,6}(?:治理|整治|移交)",
            examples=("开展小区配套幼儿园治理", "完成城镇小区配套园治理"),
            not_for=("建设公办幼儿园",),
        ),
    )
