"""表册索取数: forms and reports asked of schools."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM


class SchoolRequestCount(Indicator):
    """表册索取数: requests of the period for data, forms or reports, each counted once for each school asked."""

    label = "要求学校填报的表册份数"
    english = "requests for data put to schools"
    words = "本期布置给学校的表册份数（一份布置给三所学校计三份）"
    reference = "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月；原文未核）"
    unit, grain, better = ITEM, (SCHOOL, DAY), DOWN
    over = "data_requests schools"
    disaggregations = ("asked_by_code", "form_kind_code", "rhythm_code", "is_listed", "schools.type_code")
    minimum_cell = None
    where_2019_12 = "length(receiver_code) = 10"
    value_2019_12 = "count(*)"
    answers = (
        Answer(
            "(?:减少|压减|精简|控制)[^,，。;；]{0,10}(?:表册|报表|填表|填报)",
            examples=("减少各类表册", "精简学校填报事项"),
            not_for=("减少检查评估事项",),
        ),
    )
