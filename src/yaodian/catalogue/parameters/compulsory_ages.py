"""义务教育适龄: the years of age on 31 August that the lists of children of age hold."""

from yaodian.declare.parameter import Parameter


class CompulsoryAges(Parameter):
    """义务教育适龄: the years of age on 31 August that the lists of children of age hold."""

    label = "义务教育适龄"
    reference = "控辍保学适龄儿童台账的口径（上限15岁未核）"
    unverified = True
    value_2010_01 = (6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
