"""培训人数: persons trained."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import PERSON


class TrainedCount(Indicator):
    """培训人数: persons who took part in the trainings of the period; who took part in two counts twice."""

    label = "培训人次"
    english = "persons trained"
    words = "本期开班的培训实训人数之和"
    reference = "培训项目登记；口径为本软件所定"
    unit, grain, better = PERSON, (CITY, DAY), UP
    over = "trainings"
    disaggregations = ("level_code", "programme_code")
    minimum_cell = None
    value_2018_01 = "sum(trained_count)"
    answers = (
        Answer(
            "(?:培训|轮训)[^,，。;；]{0,10}(?:教师|校长|园长|干部|班主任|人员)$",
            examples=("培训农村教师", "轮训中小学校长"),
            not_for=("举办骨干教师培训", "培训机构"),
        ),
    )
