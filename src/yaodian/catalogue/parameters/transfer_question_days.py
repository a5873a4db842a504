"""转学问询天数: after how many days the school is asked where a pupil went."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class TransferQuestionDays(Parameter):
    """转学问询天数: after how many days without another roll the school that let a pupil go is asked where it went."""

    label = "转学问询天数"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 10
