"""财政性教育经费占生产总值比例下限: the least share of the gross product that public money for education should be."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class FiscalEducationGdpMinimum(Parameter):
    """财政性教育经费占生产总值比例下限: set for the country as a whole; a county is held against it only for orientation."""

    label = "国家财政性教育经费占国内生产总值比例下限"
    reference = "《国家中长期教育改革和发展规划纲要（2010—2020年）》：2012年达到4%（原文未核；为全国口径）"
    unit = PERCENT
    unverified = True
    value_2012_01 = 4
