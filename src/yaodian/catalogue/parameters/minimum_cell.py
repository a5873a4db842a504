"""最小发布单元: the fewest persons a published figure may stand for."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON


class MinimumCell(Parameter):
    """最小发布单元: a figure about fewer persons than this is not published, nor the one that would reveal it."""

    label = "最小发布单元人数"
    reference = "GB/T 37964-2019《个人信息去标识化指南》的思路；人数为本软件默认值，标准中的具体数值未核"
    unit = PERSON
    unverified = True
    value_2020_01 = 5
