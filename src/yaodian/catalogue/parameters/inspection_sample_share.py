"""督导抽样比例: which part of the schools a sampled inspection visits."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import RATIO


class InspectionSampleShare(Parameter):
    """督导抽样比例: which part of the schools is drawn for an inspection, rounded up to whole schools."""

    label = "督导抽样比例"
    reference = "2013年教育部数据质量核查办法：省级抽查一成学校（转述，原文未核）"
    unit = RATIO
    unverified = True
    value_2013_01 = 0.10
