"""社会认可度下限: the least share of satisfied answers."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class SatisfactionMinimum(Parameter):
    """社会认可度下限: the least share of satisfied answers."""

    label = "社会认可度下限"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit = PERCENT
    value_2017_04 = 85
