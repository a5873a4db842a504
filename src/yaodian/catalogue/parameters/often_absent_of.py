"""多次缺勤所看天数: of how many of the last school days those away are counted."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class OftenAbsentOf(Parameter):
    """多次缺勤所看天数: of how many of the days that a school closed last those away without a reason are counted."""

    label = "多次缺勤所看天数（上课日）"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 20
