"""大班额比例上限: the largest share of large classes that counts as removed."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class LargeClassMaximum(Parameter):
    """大班额比例上限: the largest share of large classes that counts as removed."""

    label = "大班额比例上限"
    reference = "国务院关于统筹推进县域内城乡义务教育一体化改革发展的目标：2020年底大班额控制在5%以内（转述，原文未核）"
    unit = PERCENT
    unverified = True
    value_2018_01 = 5
