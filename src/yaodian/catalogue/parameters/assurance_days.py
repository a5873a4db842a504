"""保障个案期限: within how many working days a person who was left out is brought to an end."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class AssuranceDays(Parameter):
    """保障个案期限: within how many working days a person who was left out is brought to an end.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "保障个案办理期限（工作日）"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 30
