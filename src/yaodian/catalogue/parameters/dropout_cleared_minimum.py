"""辍学清零要求: every case of a child out of school is closed."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import PERCENT


class DropoutClearedMinimum(Parameter):
    """辍学清零要求: every case of a child out of school is closed."""

    label = "辍学清零要求"
    reference = (
        "《国务院办公厅关于进一步加强控辍保学提高义务教育巩固水平的通知》（国办发〔2017〕72号）；"
        "失学、辍学、疑似辍学的口径为转述（原文未核）"
    )
    unit = PERCENT
    unverified = True
    value_2017_07 = 100
