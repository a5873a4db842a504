"""新增辍学人数: children newly found to have dropped out."""

from yaodian.declare.indicator import DOWN, WITHIN, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import TOWN
from yaodian.domain.unit_of_measure import PERSON


class NewDropoutCount(Indicator):
    """新增辍学人数: children whose dropping out was found in the period."""

    label = "新增辍学人数"
    english = "children newly found to have dropped out"
    words = "本期发现的辍学人数"
    reference = (
        "《国务院办公厅关于进一步加强控辍保学提高义务教育巩固水平的通知》（国办发〔2017〕72号）；"
        "失学、辍学、疑似辍学的口径为转述（原文未核）"
    )
    unit, grain, better = PERSON, (TOWN, MONTH), DOWN
    over, taken = "dropouts", WITHIN
    disaggregations = ("reason_code", "step_code", "sex_code")
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = "kind_code = 'dropped_out'"
    value_2018_01 = "count(*)"
