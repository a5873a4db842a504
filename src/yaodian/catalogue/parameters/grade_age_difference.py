"""年龄年级允许差: how many years a pupil may be older or younger than the grade's usual age."""

from yaodian.declare.parameter import Parameter


class GradeAgeDifference(Parameter):
    """年龄年级允许差: a pupil further than this from the usual age of the grade is reported to be checked."""

    label = "年龄与年级允许相差的年数"
    reference = "本软件默认值"
    value_2010_01 = 3
