"""教学仪器设备值: value of teaching equipment."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN


class TeachingEquipmentYuan(Indicator):
    """教学仪器设备值: book value of teaching equipment at its price when bought.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "教学仪器设备值"
    english = "value of teaching equipment"
    words = "教学仪器设备资产原值合计"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = YUAN, (SCHOOL, DAY), UP
    over, taken = "equipment_holdings schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "sum(equipment_yuan)"
