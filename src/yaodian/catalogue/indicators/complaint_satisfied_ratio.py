"""投诉办理满意率: the part of the complainants who were satisfied."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class ComplaintSatisfiedRatio(Indicator):
    """投诉办理满意率: complainants satisfied with what was done, of those who said whether they were (0–1)."""

    label = "投诉举报办理满意率"
    english = "share of complainants satisfied"
    words = "表示满意的件数 ÷ 作出评价的件数"
    reference = "口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over = "complaints"
    disaggregations = ("topic_code", "channel_code", "county_code")
    where_2005_05 = "is_satisfied IS NOT NULL"
    numerator_2005_05 = "count(*) FILTER (WHERE is_satisfied)"
    denominator_2005_05 = "count(*)"
    answers = (
        Answer(
            "(?:信访|投诉|举报)[^,，。;；]{0,6}满意(?:率|度)",
            examples=("提高信访办理满意率",),
            not_for=("提高群众教育满意度",),
        ),
    )
