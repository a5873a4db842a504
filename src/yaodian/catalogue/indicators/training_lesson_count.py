"""教师培训学时: lessons of training."""

from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import LESSON


class TrainingLessonCount(Indicator):
    """教师培训学时: lessons of training that teachers completed in the period; those not passed do not count."""

    label = "教师培训学时"
    english = "lessons of training"
    words = "本期结业且未判不合格的培训学时合计"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）：教师5年360学时培训完成率100%（转述，原文未核）"
    )
    unit, grain, better = LESSON, (SCHOOL, YEAR), UP
    over, taken = "training_records schools", WITHIN
    disaggregations = ("level_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = "minimum_cell"
    cell = "count(*)"
    where_2018_01 = "is_passed IS NULL OR is_passed"
    value_2018_01 = "sum(lessons)"
