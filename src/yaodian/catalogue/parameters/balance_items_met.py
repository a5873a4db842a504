"""每校应达标项数: how many of the seven thresholds a school must reach."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import ITEM


class BalanceItemsMet(Parameter):
    """每校应达标项数: how many of the seven resource thresholds a school must reach."""

    label = "优质均衡每校应达标项数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    unit = ITEM
    value_2017_04 = 6
