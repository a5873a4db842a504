"""适龄残疾儿童少年入学率下限: the least share of disabled children of age who are placed."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class DisabledPlacedMinimum(Parameter):
    """适龄残疾儿童少年入学率下限: the least share of disabled children of age who are placed."""

    label = "适龄残疾儿童少年入学率下限"
    reference = (
        "《第二期特殊教育提升计划（2017—2020年）》；教督〔2017〕6号：适龄残疾儿童少年入学率95%以上（转述，原文未核）"
    )
    unit = PERCENT
    value_2017_04 = 95
