"""生均支出增加额下限: what the yearly rise of spending per pupil may not fall below."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERSON, YUAN


class PerPupilRiseMinimum(Parameter):
    """生均支出增加额下限: 只增不减, spending per pupil may rise or stay, never fall."""

    label = "生均教育支出年增加额下限"
    reference = "国办发〔2018〕82号“两个只增不减”（原文未核）"
    unit = YUAN / PERSON
    unverified = True
    value_2018_08 = 0
