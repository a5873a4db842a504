"""本科上线率: the part of the candidates above the line of degree colleges."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class CollegeDegreeLineRatio(Indicator):
    """本科上线率: candidates of the college entrance exam above the first or the second line, of all candidates (0–1)."""

    label = "高考本科上线率"
    english = "share of college candidates above a line of degree colleges"
    words = "达到一本线或二本线的考生数 ÷ 考生数"
    reference = "省招生考试院公布的批次控制线（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, YEAR), UP
    over = "college_exam_results schools"
    disaggregations = ("track_code", "candidate_kind_code", "schools.urban_rural_code", "schools.ownership_code")
    numerator_2010_01 = "count(*) FILTER (WHERE line_code IN ('first', 'second'))"
    denominator_2010_01 = "count(*)"
    answers = (
        Answer(
            "(?:高考)?(?:本科|二本)[^,，。;；]{0,4}(?:上线|录取)率",
            examples=("提高高考本科上线率",),
            not_for=("提高高考一本上线率", "提高小学教师本科率"),
        ),
    )
