"""教师人均年培训学时下限: a fifth of the 360 lessons that five years must hold."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import LESSON, PERSON


class TrainingLessonsMinimum(Parameter):
    """教师人均年培训学时下限: a fifth of the 360 lessons that five years must hold."""

    label = "教师人均年培训学时下限"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）：教师5年360学时培训完成率100%（转述，原文未核）"
    )
    unit = LESSON / PERSON
    value_2017_04 = 72
