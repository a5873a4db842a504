"""容量: an additive count of a state."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PLACE_UNIT


class PlaceCount(Indicator):
    """容量: places on the shelves that stand on the period's last day."""

    label, words, reference = "容量", "书架容量之和", "测试用"
    unit, grain, better = PLACE_UNIT, (SCHOOL, DAY), NONE
    over, taken, minimum_cell = "shelves", LAST_DAY, None
    value_2018_01 = "sum(places)"
