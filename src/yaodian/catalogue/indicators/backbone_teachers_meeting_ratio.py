"""每百名学生拥有县级以上骨干教师数达标学校比例: schools that meet the standard: backbone teachers per hundred pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class BackboneTeachersMeetingRatio(Indicator):
    """每百名学生拥有县级以上骨干教师数达标学校比例: schools whose value meets the standard of their stage, by all schools measured; asked by stage."""

    label = "每百名学生拥有县级以上骨干教师数达标学校比例"
    english = "schools that meet the standard: backbone teachers per hundred pupils"
    words = "每百名学生拥有县级以上骨干教师数不低于小学1、初中1的学校数 ÷ 学校数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("stage_code",)
    of, derived = "backbone_teachers_per_pupil", Derivation(How.MEETING, between=SCHOOL)
    threshold = "backbone_teachers_minimum"
    minimum_cell = None
