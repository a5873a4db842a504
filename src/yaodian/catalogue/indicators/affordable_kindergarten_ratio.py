"""普惠性幼儿园覆盖率: children in affordable kindergartens."""

from yaodian.catalogue.columns.conditions import PUBLIC
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class AffordableKindergartenRatio(Indicator):
    """普惠性幼儿园覆盖率: children in public or affordable private kindergartens, by all children in kindergarten."""

    label = "普惠性幼儿园覆盖率"
    english = "children in affordable kindergartens"
    words = "公办园与普惠性民办园在园幼儿数 ÷ 在园幼儿总数"
    reference = "《中共中央 国务院关于学前教育深化改革规范发展的若干意见》（2018年11月；转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("grade_code", "schools.urban_rural_code")
    threshold = "affordable_minimum"
    where_2018_01 = "stage_code = 'preschool'"
    numerator_2018_01 = f"sum(pupil_count) FILTER (WHERE {PUBLIC} OR schools.is_affordable)"
    denominator_2018_01 = "sum(pupil_count)"
    answers = (
        Answer(
            r"普惠(?:性(?:幼儿园|学前教育)?)?(?:覆盖)?率|普惠性幼儿园覆盖",
            examples=("提高普惠性幼儿园覆盖率", "提升学前教育普惠率"),
            not_for=("开展普惠性民办幼儿园认定", "扩大普惠性学前教育资源"),
        ),
    )
