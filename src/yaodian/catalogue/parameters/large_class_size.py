"""大班额人数: from how many pupils a class is large."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON


class LargeClassSize(Parameter):
    """大班额人数: from how many pupils a class is large."""

    label = "大班额人数"
    reference = "班额分档（36—45正常、46—55偏大、56—65大班额、66以上超大班额）及消除大班额目标为转述（原文未核）"
    unit = PERSON
    unverified = True
    value_2010_01 = 56
