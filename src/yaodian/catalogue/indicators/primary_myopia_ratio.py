"""小学近视率: the part of the primary pupils screened who are taken for short-sighted."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class PrimaryMyopiaRatio(Indicator):
    """小学近视率: screenings of primary pupils that found short sight, of all such screenings with a finding (0–1).

    A pupil screened twice in a period counts twice, so that single terms are what compares.
    """

    label = "小学学生筛查性近视率"
    english = "share of primary pupils screened who are short-sighted"
    words = "小学筛查性近视人次 ÷ 小学有结论的筛查人次"
    reference = "《综合防控儿童青少年近视实施方案》（教体艺〔2018〕3号；分学段目标原文未核）"
    unit, grain, better = RATIO, (SCHOOL, TERM), DOWN
    over = "vision_screenings schools"
    disaggregations = ("grade_code", "sex_code", "schools.urban_rural_code")
    where_2018_08 = "is_shortsighted IS NOT NULL AND grade_code LIKE 'p%'"
    numerator_2018_08 = "count(*) FILTER (WHERE is_shortsighted)"
    denominator_2018_08 = "count(*)"
    answers = (
        Answer(
            "(?<!中)小学[^,，。;；]{0,4}近视(?:率|发生率|检出率)",
            examples=("降低小学生近视率",),
            not_for=("降低中小学生近视率",),
        ),
    )
