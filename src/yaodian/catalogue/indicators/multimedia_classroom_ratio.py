"""多媒体教室比例: the part of the classrooms that are networked multimedia rooms."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MultimediaClassroomRatio(Indicator):
    """多媒体教室比例: networked multimedia classrooms of all classrooms (0–1)."""

    label = "网络多媒体教室占教室比例"
    english = "share of classrooms with networked multimedia"
    words = "网络多媒体教室数 ÷ 教室数"
    reference = "教育信息化统计口径（班班通；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over, taken = "digital_facilities schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    numerator_2012_01 = "sum(multimedia_count)"
    denominator_2012_01 = "sum(classroom_count)"
    answers = (
        Answer(
            "(?:多媒体教室|班班通)[^,，。;；]{0,4}(?:比例|占比|率|覆盖)",
            examples=("提高网络多媒体教室比例", "实现班班通全覆盖"),
            not_for=("建设多媒体教室",),
        ),
    )
