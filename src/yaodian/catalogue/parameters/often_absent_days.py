"""多次缺勤天数: from how many days away without a reason, within some weeks, a school is asked."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class OftenAbsentDays(Parameter):
    """多次缺勤天数: from how many days away without a reason, of the last that the school closed, a pupil is asked about."""

    label = "多次缺勤天数（上课日）"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 3
