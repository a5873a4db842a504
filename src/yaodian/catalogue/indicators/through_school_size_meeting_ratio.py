"""一贯制学校规模达标比例: share of nine- and twelve-year schools within the size limit."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class ThroughSchoolSizeMeetingRatio(Indicator):
    """一贯制学校规模达标比例: schools of both compulsory stages with at most 2500 compulsory pupils, by all such schools.

    The schools over the limit are the denominator less the numerator.
    """

    label = "一贯制学校规模达标比例"
    english = "share of nine- and twelve-year schools within the size limit"
    words = "义务教育阶段不超过2500人的一贯制学校数 ÷ 这类学校总数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "小学、初中不超过2000人，九年、十二年一贯制学校义务教育阶段不超过2500人（转述）"
    )
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "through_school_pupil_count", Derivation(How.MEETING, between=SCHOOL)
    threshold = "through_school_size_maximum"
    minimum_cell = None
