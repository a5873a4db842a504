"""生均教学仪器设备值达标学校比例: schools that meet the standard: value of teaching equipment per pupil."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class EquipmentMeetingRatio(Indicator):
    """生均教学仪器设备值达标学校比例: schools whose value meets the standard of their stage, by all schools measured; asked by stage."""

    label = "生均教学仪器设备值达标学校比例"
    english = "schools that meet the standard: value of teaching equipment per pupil"
    words = "生均教学仪器设备值不低于小学2000、初中2500的学校数 ÷ 学校数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    disaggregations = ("stage_code",)
    of, derived = "equipment_per_pupil", Derivation(How.MEETING, between=SCHOOL)
    threshold = "equipment_minimum"
    minimum_cell = None
