"""适龄残疾儿童少年入学率: disabled children placed."""

from yaodian.catalogue.columns.conditions import SCHOOL_AGE
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import TOWN
from yaodian.domain.unit_of_measure import RATIO


class DisabledPlacedRatio(Indicator):
    """适龄残疾儿童少年入学率: disabled children of compulsory age placed in a school, a class or at home, by all of them.

    Children found unable to learn stay in the denominator: the scheme as read takes none out.
    """

    label = "适龄残疾儿童少年入学率"
    english = "disabled children placed"
    words = "随班就读、特教班、特教学校、送教上门人数 ÷ 适龄残疾儿童少年数"
    reference = (
        "《第二期特殊教育提升计划（2017—2020年）》；教督〔2017〕6号：适龄残疾儿童少年入学率95%以上（转述，原文未核）"
    )
    unit, grain, better = RATIO, (TOWN, DAY), UP
    over, taken = "disabled_children", LAST_DAY
    disaggregations = ("sex_code", "kind_code", "grade_code")
    threshold = "disabled_placed_minimum"
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = f"({SCHOOL_AGE}) IN (:compulsory_ages)"
    numerator_2018_01 = (
        "count(*) FILTER (WHERE placement_code IN ('inclusive', 'special_class', 'special_school', 'home'))"
    )
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"残疾儿童(?:少年)?[^,，。;；]{0,6}(?:入学(?!统计)|安置|义务教育)",
            examples=("保障残疾儿童少年入学", "提高适龄残疾儿童少年入学率"),
            not_for=("做好残疾儿童少年入学统计", "关爱残疾儿童"),
        ),
    )
