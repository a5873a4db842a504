"""生均教学仪器设备值: value of teaching equipment per pupil."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON, YUAN


class EquipmentPerPupil(Indicator):
    """生均教学仪器设备值: value of teaching equipment in ordinary primary and junior schools, by their pupils."""

    label = "生均教学仪器设备值"
    english = "value of teaching equipment per pupil"
    words = "教学仪器设备值 ÷ 在校生数"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = YUAN / PERSON, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "teaching_equipment_yuan", Derivation(How.RATIO, other="balance_pupil_count")
    minimum_cell = None
