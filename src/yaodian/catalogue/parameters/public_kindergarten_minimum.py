"""公办园在园幼儿占比下限: the least share of children in public kindergartens."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class PublicKindergartenMinimum(Parameter):
    """公办园在园幼儿占比下限: the least share of children in public kindergartens."""

    label = "公办园在园幼儿占比下限"
    reference = "《中共中央 国务院关于学前教育深化改革规范发展的若干意见》（2018年11月）的2020年目标（转述，原文未核）"
    unit = PERCENT
    unverified = True
    value_2018_11 = 50
