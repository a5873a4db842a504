"""大班额班数: large classes."""

from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import CLASS


class LargeClassCount(Indicator):
    """大班额班数: classes of at least 56 pupils, very large ones among them."""

    label = "大班额班数"
    english = "large classes"
    words = "56人及以上的班级数（含66人及以上）"
    reference = "班额分档（36—45正常、46—55偏大、56—65大班额、66以上超大班额）及消除大班额目标为转述（原文未核）"
    unit, grain, better = CLASS, (SCHOOL, DAY), DOWN
    over, taken = "classes schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    value_2018_01 = "count(*) FILTER (WHERE pupil_count >= :large_class_size)"
