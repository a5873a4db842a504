"""转学到校天数: within how many days a pupil who left by transfer is on another school's roll."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import DAY_UNIT


class TransferDays(Parameter):
    """转学到校天数: within how many days a pupil who left by transfer is on another school's roll, or the place it went to confirms."""

    label = "转学到校天数"
    reference = "本软件默认值；《中小学生学籍管理办法》对转学核办另有时限（原文未核）"
    unit = DAY_UNIT
    unverified = True
    value_2010_01 = 30
