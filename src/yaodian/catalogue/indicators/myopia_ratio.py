"""近视率: the part of the pupils screened who are taken for short-sighted."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MyopiaRatio(Indicator):
    """近视率: screenings that found short sight, of all screenings with a finding (0–1).

    A pupil screened twice in a period counts twice, so that single terms are what compares; by stage, split by grade.
    """

    label = "学生筛查性近视率"
    english = "share of pupils screened who are short-sighted"
    words = "筛查性近视人次 ÷ 有结论的筛查人次"
    reference = "《综合防控儿童青少年近视实施方案》（教体艺〔2018〕3号；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, TERM), DOWN
    over = "vision_screenings schools"
    disaggregations = ("grade_code", "sex_code", "schools.urban_rural_code", "schools.type_code")
    where_2018_08 = "is_shortsighted IS NOT NULL"
    numerator_2018_08 = "count(*) FILTER (WHERE is_shortsighted)"
    denominator_2018_08 = "count(*)"
    answers = (
        Answer(
            "^(?!.*(?:(?<!中)小学|初中|高中)).*近视(?:率|发生率|检出率)",
            examples=("降低儿童青少年近视率", "控制学生近视发生率"),
            not_for=("执行近视防控行动方案", "降低小学生近视率"),
        ),
    )
