"""单设学校规模达标比例: share of one-stage schools within the size limit."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class OneStageSchoolSizeMeetingRatio(Indicator):
    """单设学校规模达标比例: schools of one compulsory stage with at most 2000 pupils, by all such schools.

    The schools over the limit are the denominator less the numerator.
    """

    label = "单设学校规模达标比例"
    english = "share of one-stage schools within the size limit"
    words = "小学、初中在校生不超过2000人的学校数 ÷ 这类学校总数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "小学、初中不超过2000人，九年、十二年一贯制学校义务教育阶段不超过2500人（转述）"
    )
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "one_stage_pupil_count", Derivation(How.MEETING, between=SCHOOL)
    threshold = "school_size_maximum"
    minimum_cell = None
