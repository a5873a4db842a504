"""生均体育运动场馆面积达标学校比例: schools that meet the standard: space for sports per pupil."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class SportsAreaMeetingRatio(Indicator):
    """生均体育运动场馆面积达标学校比例: schools whose value meets the standard of their stage, by all schools measured; asked by stage."""

    label = "生均体育运动场馆面积达标学校比例"
    english = "schools that meet the standard: space for sports per pupil"
    words = "生均体育运动场馆面积不低于小学7.5、初中10.2的学校数 ÷ 学校数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("stage_code",)
    of, derived = "sports_area_per_pupil", Derivation(How.MEETING, between=SCHOOL)
    threshold = "sports_area_minimum"
    minimum_cell = None
