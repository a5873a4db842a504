"""催办答复期限: after how many working days an unanswered notice is followed by the next rung."""

from yaodian.declare.parameter import Parameter


class WorkAnswerDays(Parameter):
    """催办答复期限: after how many working days an unanswered notice is followed by the next rung.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "催办答复期限"
    reference = "本软件默认值，可由各局在参数文件中另定"
    value_2015_01 = 5
