"""网络学习空间活跃率: the part of the opened learning spaces that were used."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class LearningSpaceActiveRatio(Indicator):
    """网络学习空间活跃率: spaces used in the month last counted, of spaces opened (0–1); a space opened and never used is no
    space."""

    label = "网络学习空间活跃率"
    english = "share of learning spaces in use"
    words = "当月使用过空间的人数 ÷ 开通人数"
    reference = "口径为本软件所定：只数开通数不能说明使用"
    unit, grain, better = RATIO, (SCHOOL, MONTH), UP
    over, taken = "learning_spaces schools", LAST_DAY
    disaggregations = ("platform", "person_code", "schools.urban_rural_code", "schools.type_code")
    numerator_2012_01 = "sum(active_count)"
    denominator_2012_01 = "sum(opened_count)"
    answers = (
        Answer(
            "(?:空间|人人通)[^,，。;；]{0,6}(?:活跃|使用率|应用率)",
            examples=("提高人人通空间活跃率", "提高网络学习空间使用率"),
            not_for=("开通师生网络学习空间",),
        ),
    )
