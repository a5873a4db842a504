"""分解可以漏掉县区: whether a county may be left out when a promise is split."""

from yaodian.declare.parameter import Parameter


class WorkPartsMayMiss(Parameter):
    """分解可以漏掉县区: whether a county may be left out when a promise is split.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "分解可以漏掉县区"
    reference = "本软件默认值，可由各局在参数文件中另定"
    value_2015_01 = False
