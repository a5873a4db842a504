"""迎检次数: visits of inspections to schools."""

from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import TIME


class InspectionVisitCount(Indicator):
    """迎检次数: visits to schools in the period; an inspection of three schools is three visits."""

    label = "学校迎检次数"
    english = "inspection visits to schools"
    words = "本期督导检查到校次数之和"
    reference = "《教育督导条例》（国务院令第624号；原文未核）"
    unit, grain, better = TIME, (SCHOOL, DAY), NONE
    over = "inspections schools"
    disaggregations = ("kind_code", "level_code", "is_planned", "schools.type_code", "schools.urban_rural_code")
    minimum_cell = None
    value_2012_10 = "count(*)"
