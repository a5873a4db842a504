"""专任教师持证率要求: every full-time teacher holds a certificate."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class TeacherCertificateMinimum(Parameter):
    """专任教师持证率要求: every full-time teacher holds a certificate."""

    label = "专任教师持证率要求"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit = PERCENT
    value_2017_04 = 100
