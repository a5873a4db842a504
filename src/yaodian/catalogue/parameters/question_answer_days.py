"""问询答复期限: within how many working days a school says what is the matter with a pupil."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class QuestionAnswerDays(Parameter):
    """问询答复期限: within how many working days a school says what is the matter with a pupil whom it was asked about."""

    label = "问询答复期限（工作日）"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 2
