"""大班额比例: share of large classes."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class LargeClassRatio(Indicator):
    """大班额比例: classes of at least 56 pupils by all classes."""

    label = "大班额比例"
    english = "share of large classes"
    words = "56人及以上的班级数 ÷ 班级总数"
    reference = "班额分档（36—45正常、46—55偏大、56—65大班额、66以上超大班额）及消除大班额目标为转述（原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), DOWN
    over, taken = "classes schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    threshold = "large_class_maximum"
    minimum_cell = None
    numerator_2018_01 = "count(*) FILTER (WHERE pupil_count >= :large_class_size)"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"(?P<stage_code>小学|初中|高中)?[^,，。;；、]{0,12}(?<!超)大班额",
            examples=("化解高中学校大班额", "消除城镇学校大班额", "降低初中大班额比例"),
            not_for=("消除超大班额", "扩大学位供给"),
        ),
    )
