"""年长教师年龄界: from which age a teacher counts among the older ones."""

from yaodian.declare.parameter import Parameter


class OlderTeacherAge(Parameter):
    """年长教师年龄界: from which age a teacher counts among the older ones."""

    label = "年长教师年龄界"
    reference = "本软件默认值"
    value_2010_01 = 50
