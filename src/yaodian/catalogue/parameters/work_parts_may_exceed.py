"""分解数之和可以超过承诺数: whether the parts of a promise may add up to more than it."""

from yaodian.declare.parameter import Parameter


class WorkPartsMayExceed(Parameter):
    """分解数之和可以超过承诺数: whether the parts of a promise may add up to more than it.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "分解数之和可以超过承诺数"
    reference = "本软件默认值，可由各局在参数文件中另定"
    value_2015_01 = True
