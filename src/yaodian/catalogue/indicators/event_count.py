"""举办活动数: events held in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import TIME


class EventCount(Indicator):
    """举办活动数: events whose first day falls into the period."""

    label = "举办活动场次"
    english = "events held"
    words = "本期举办的活动场次"
    reference = "活动登记；口径为本软件所定"
    unit, grain, better = TIME, (CITY, DAY), NONE
    over = "events"
    disaggregations = ("kind_code", "level_code", "organiser_code", "county_code")
    minimum_cell = None
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:举办|举行|召开|组织|开展)(?![^,，。;；]*培训)[^,，。;；]{0,20}(?:活动|比赛|大赛|竞赛|运动会|艺术节|研讨会|现场会|推进会|交流会|会议)$",
            examples=("举办中小学生体育艺术活动", "召开高考信息交流研讨会"),
            not_for=("举办骨干教师培训", "规范进校园活动"),
        ),
    )
