"""培训期数: trainings held in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import TIME


class TrainingCount(Indicator):
    """培训期数: trainings whose first day falls into the period."""

    label = "举办培训期数"
    english = "trainings held"
    words = "本期开班的培训期数"
    reference = "培训项目登记；口径为本软件所定"
    unit, grain, better = TIME, (CITY, DAY), NONE
    over = "trainings"
    disaggregations = ("level_code", "programme_code")
    minimum_cell = None
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:举办|组织|开展|开办)[^,，。;；]{0,20}(?:培训|培训班)$",
            examples=("举办思政课骨干教师培训", "开办业务培训班"),
            not_for=("整治校外培训", "培训教师"),
        ),
    )
