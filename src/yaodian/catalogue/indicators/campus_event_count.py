"""进校园活动数: activities that others bring into schools."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import TIME


class CampusEventCount(Indicator):
    """进校园活动数: activities brought into schools in the period; fewer is better, since each takes lessons and teachers' time."""

    label = "进校园活动场次"
    english = "activities brought into schools"
    words = "本期举办的“进校园”活动场次"
    reference = "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月；原文未核）"
    unit, grain, better = TIME, (CITY, DAY), DOWN
    over = "events"
    disaggregations = ("level_code", "organiser_code", "county_code", "is_related_to_teaching")
    minimum_cell = None
    where_2019_12 = "kind_code = 'campus'"
    value_2019_12 = "count(*)"
    answers = (
        Answer(
            "(?:减少|压减|控制|清理)[^,，。;；]{0,6}进校园”?活动",
            examples=("减少进校园活动", "全面清理“进校园”活动"),
            not_for=("开展长征故事进校园活动",),
        ),
    )
