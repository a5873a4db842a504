"""辍学人数: children who dropped out."""

from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import TOWN
from yaodian.domain.unit_of_measure import PERSON


class DroppedOutCount(Indicator):
    """辍学人数: children with a student record who do not attend, still open.

    What the county reports; who is missing from its ledger is found by comparing the lists, which is linkage.
    """

    label = "辍学人数"
    english = "children who dropped out"
    words = "期末未销号的辍学儿童人数"
    reference = (
        "《国务院办公厅关于进一步加强控辍保学提高义务教育巩固水平的通知》（国办发〔2017〕72号）；"
        "失学、辍学、疑似辍学的口径为转述（原文未核）"
    )
    unit, grain, better = PERSON, (TOWN, DAY), DOWN
    over, taken = "dropouts", LAST_DAY
    disaggregations = ("reason_code", "step_code", "sex_code")
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = "kind_code = 'dropped_out'"
    value_2018_01 = "count(*)"
