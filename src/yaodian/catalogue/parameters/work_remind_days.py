"""到期前提醒的工作日数: how many working days before a deadline the first reminder goes out."""

from yaodian.declare.parameter import Parameter


class WorkRemindDays(Parameter):
    """到期前提醒的工作日数: how many working days before a deadline the first reminder goes out.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "到期前提醒的工作日数"
    reference = "本软件默认值，可由各局在参数文件中另定"
    value_2015_01 = 10
