"""督导检查次数: inspections of schools, each counted once."""

from yaodian.declare.indicator import NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import TIME


class InspectionCount(Indicator):
    """督导检查次数: inspections of the period by their number, however many schools each visited."""

    label = "督导检查事项数"
    english = "inspections"
    words = "本期开展的督导检查项数（一次检查多所学校只计一次）"
    reference = "《教育督导条例》（国务院令第624号；原文未核）；口径为本软件所定"
    unit, grain, better = TIME, (COUNTY, DAY), NONE
    over, not_additive = "inspections schools", True
    disaggregations = ("kind_code", "level_code", "is_planned", "ordered_by_code")
    minimum_cell = None
    value_2012_10 = "count(DISTINCT inspection_no)"
