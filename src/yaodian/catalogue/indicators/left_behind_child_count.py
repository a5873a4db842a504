"""农村留守儿童人数: left-behind children."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import TOWN
from yaodian.domain.unit_of_measure import PERSON


class LeftBehindChildCount(Indicator):
    """农村留守儿童人数: children on the list of left-behind children on the last day of the period."""

    label = "农村留守儿童人数"
    english = "left-behind children"
    words = "期末在册的农村留守儿童人数"
    reference = "《国务院关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号；转述，原文未核）"
    unit, grain, better = PERSON, (TOWN, DAY), NONE
    over, taken = "left_behind_children", LAST_DAY
    disaggregations = ("away_code", "sex_code", "is_without_care")
    minimum_cell = "minimum_cell_sensitive"
    value_2018_01 = "count(*)"
