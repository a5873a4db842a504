"""教学点计入人数: from how many pupils the standards of balance count a teaching point."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON


class TeachingPointMinimum(Parameter):
    """教学点计入人数: from how many pupils a teaching point counts in quality balance; smaller ones are left out."""

    label = "均衡监测计入教学点的最低人数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述）"
    unit = PERSON
    value_2017_04 = 50
