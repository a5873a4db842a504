"""小学班额标准: the most pupils a primary class should have."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON


class PrimaryClassSize(Parameter):
    """小学班额标准: the most pupils a primary class should have."""

    label = "小学班额标准"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    unit = PERSON
    value_2010_01 = 45
