"""年长教师比例: teachers of fifty and over."""

from yaodian.catalogue.columns.conditions import FULL_TIME, SCHOOL_AGE
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class OlderTeacherRatio(Indicator):
    """年长教师比例: full-time teachers who were fifty or older on the last 31 August by all of them."""

    label = "年长教师比例"
    english = "teachers of fifty and over"
    words = "8月31日满50岁（参数）的专任教师数 ÷ 专任教师数"
    reference = "教育事业统计专任教师年龄表（原文未核）；年龄界为本软件默认值"
    unit, grain, better = RATIO, (SCHOOL, DAY), NONE
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "subject_code", "sex_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = FULL_TIME
    numerator_2018_01 = f"count(*) FILTER (WHERE ({SCHOOL_AGE}) >= :older_teacher_age)"
    denominator_2018_01 = "count(*)"
