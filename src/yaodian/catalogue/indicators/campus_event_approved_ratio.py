"""进校园活动审批率: the part of the activities in schools that were on the list."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import RATIO


class CampusEventApprovedRatio(Indicator):
    """进校园活动审批率: activities brought into schools that were approved and listed, of all of them (0–1); one that leaves it
    open counts as not approved."""

    label = "进校园活动经审批备案比例"
    english = "share of activities in schools that were approved"
    words = "经审批备案的进校园活动场次 ÷ 全部进校园活动场次"
    reference = "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月；原文未核）"
    unit, grain, better = RATIO, (CITY, DAY), UP
    over = "events"
    disaggregations = ("level_code", "organiser_code", "county_code")
    minimum_cell = None
    where_2019_12 = "kind_code = 'campus'"
    numerator_2019_12 = "count(*) FILTER (WHERE is_approved)"
    denominator_2019_12 = "count(*)"
    answers = (
        Answer(
            "进校园”?活动[^,，。;；]{0,4}(?:审批|备案)",
            examples=("落实进校园活动审批备案",),
            not_for=("减少进校园活动",),
        ),
    )
