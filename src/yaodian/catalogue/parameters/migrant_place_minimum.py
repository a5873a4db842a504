"""随迁子女公办或购买学位就读比例下限: the least share of migrant children in public or bought places."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class MigrantPlaceMinimum(Parameter):
    """随迁子女公办或购买学位就读比例下限: the least share of migrant children in public or bought places."""

    label = "随迁子女公办或购买学位就读比例下限"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "符合条件的随迁子女在公办学校和政府购买学位的民办学校就读比例85%以上（转述，原文未核）"
    )
    unit = PERCENT
    value_2017_04 = 85
