"""余项应达标准的比例: how near a school must come to the thresholds that it does not reach."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class BalanceRestShare(Parameter):
    """余项应达标准的比例: the share of a threshold that a school must have where it does not reach it."""

    label = "优质均衡余项应达标准的比例"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；凭记忆，原文未核）"
    unit, unverified = RATIO, True
    value_2017_04 = 0.85
