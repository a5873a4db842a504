"""考勤可知天数: for how many days after a school closed its attendance that day still tells who comes."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class AttendanceKnownDays(Parameter):
    """考勤可知天数: a school whose last closed day lies further back than this is unknown, never present."""

    label = "考勤可知天数"
    reference = "本软件所定，长于最长的节假日；待各地确认"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 14
