"""问询的缺勤天数: after how many school days away without a reason a school is asked."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class AbsentQuestionDays(Parameter):
    """问询的缺勤天数: after how many of its school's closed days away without a reason, the last ones, a pupil is asked about."""

    label = "问询的缺勤天数（上课日）"
    reference = "县级控辍保学规定：无故缺勤1天开始处置（地方规定，非全国统一）"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 1
