"""教师工资不低于公务员的县比例要求: every county pays teachers as civil servants."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class TeacherPayMetMinimum(Parameter):
    """教师工资不低于公务员的县比例要求: every county pays teachers as civil servants."""

    label = "教师工资不低于公务员的县比例要求"
    reference = "《中华人民共和国义务教育法》第三十一条"
    unit = PERCENT
    value_2010_01 = 100
