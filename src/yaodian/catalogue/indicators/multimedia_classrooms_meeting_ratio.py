"""每百名学生拥有网络多媒体教室数达标学校比例: schools that meet the standard: multimedia classrooms per hundred pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MultimediaClassroomsMeetingRatio(Indicator):
    """每百名学生拥有网络多媒体教室数达标学校比例: schools whose value meets the standard of their stage, by all schools measured; asked by stage."""

    label = "每百名学生拥有网络多媒体教室数达标学校比例"
    english = "schools that meet the standard: multimedia classrooms per hundred pupils"
    words = "每百名学生拥有网络多媒体教室数不低于小学2.3、初中2.4的学校数 ÷ 学校数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("stage_code",)
    of, derived = "multimedia_classrooms_per_pupil", Derivation(How.MEETING, between=SCHOOL)
    threshold = "multimedia_classrooms_minimum"
    minimum_cell = None
