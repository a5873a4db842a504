"""公办园在园幼儿占比: children in public kindergartens."""

from yaodian.catalogue.columns.conditions import PUBLIC
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class PublicKindergartenRatio(Indicator):
    """公办园在园幼儿占比: children in public kindergartens by all children in kindergarten."""

    label = "公办园在园幼儿占比"
    english = "children in public kindergartens"
    words = "公办园在园幼儿数 ÷ 在园幼儿总数"
    reference = "《中共中央 国务院关于学前教育深化改革规范发展的若干意见》（2018年11月；转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("grade_code", "schools.urban_rural_code")
    threshold = "public_kindergarten_minimum"
    where_2018_01 = "stage_code = 'preschool'"
    numerator_2018_01 = f"sum(pupil_count) FILTER (WHERE {PUBLIC})"
    denominator_2018_01 = "sum(pupil_count)"
    answers = (
        Answer(
            r"公办(?:率|(?:幼儿)?园(?:在园)?(?:幼儿)?(?:占比|比例))",
            examples=("提高公办园在园幼儿占比", "提升公办率"),
            not_for=("建设公办幼儿园",),
        ),
    )
