"""教师人均培训学时: lessons of training per teacher."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import LESSON, PERSON


class TrainingLessonsPerTeacherRatio(Indicator):
    """教师人均培训学时: lessons of training in the year by full-time teachers.

    Held against a fifth of 360 lessons. Whether each teacher reached 360 in five years needs the records of one teacher put
    together, which is linkage and not a sum of rows.
    """

    label = "教师人均培训学时"
    english = "lessons of training per teacher"
    words = "本年培训学时合计 ÷ 专任教师数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）：教师5年360学时培训完成率100%（转述，原文未核）"
    )
    unit, grain, better = LESSON / PERSON, (SCHOOL, YEAR), UP
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    of, derived = "training_lesson_count", Derivation(How.RATIO, other="full_time_teacher_count")
    threshold = "training_lessons_minimum"
