"""教育拨款增幅领先下限: by how much appropriations for education must outgrow recurrent revenue."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class EducationGrowthLeadMinimum(Parameter):
    """教育拨款增幅领先下限: the growth of appropriations less the growth of recurrent revenue; the law asks for more than 0."""

    label = "教育拨款增幅高于财政经常性收入增幅的下限"
    reference = "《中华人民共和国教育法》第五十六条（“高于”即差额大于0）"
    unit = PERCENT
    value_1995_09 = 0
