"""网络学习空间开通数: learning spaces opened for persons."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class LearningSpaceOpenedCount(Indicator):
    """网络学习空间开通数: spaces opened so far for pupils, teachers and parents, as last counted; whether they are used says
    `learning_space_active_ratio`."""

    label = "网络学习空间开通数"
    english = "learning spaces opened"
    words = "最近一月各校各平台的空间开通人数之和"
    reference = "教育信息化统计口径（人人通；原文未核）"
    unit, grain, better = PERSON, (SCHOOL, MONTH), UP
    over, taken = "learning_spaces schools", LAST_DAY
    disaggregations = ("platform", "person_code", "schools.urban_rural_code", "schools.type_code")
    value_2012_01 = "sum(opened_count)"
    answers = (
        Answer(
            "开通[^,，。;；]{0,6}(?:空间|人人通)|(?:人人通|学习空间)[^,，。;；]{0,4}开通",
            examples=("开通师生网络学习空间", "完成人人通空间开通"),
            not_for=("提高人人通空间活跃率",),
        ),
    )
