"""负担对象: the words by which a plan names whose burden it is."""

from yaodian.declare.parameter import Parameter


class BurdenBearers(Parameter):
    """负担对象: groups of words; lightening the burden of teachers is not the same promise as lightening that of pupils."""

    label = "负担对象用词"
    reference = "本软件所列用词，可由各局在参数文件中另定"
    value_2010_01 = (("教师", "班主任"), ("学生", "课业", "作业", "学业"))
