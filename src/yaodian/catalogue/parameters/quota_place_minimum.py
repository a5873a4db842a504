"""优质高中配额生比例下限: the least share of places of model senior schools that is split over junior schools."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class QuotaPlaceMinimum(Parameter):
    """优质高中配额生比例下限: the least share of places of model senior schools that is split over junior schools."""

    label = "优质高中配额生比例下限"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "优质高中招生名额分配到初中的比例不低于50%（转述，原文未核）"
    )
    unit = PERCENT
    unverified = True
    value_2017_04 = 50
