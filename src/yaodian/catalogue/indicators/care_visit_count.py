"""留守儿童关爱走访次数: care visits."""

from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import TIME


class CareVisitCount(Indicator):
    """留守儿童关爱走访次数: visits to left-behind children in the period."""

    label = "留守儿童关爱走访次数"
    english = "care visits"
    words = "本期对留守儿童的走访次数"
    reference = "《国务院关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号；转述，原文未核）"
    unit, grain, better = TIME, (COUNTY, MONTH), UP
    over, taken = "care_visits", WITHIN
    disaggregations = ("form_code", "visitor_code")
    minimum_cell = None
    value_2018_01 = "count(*)"
