"""留守儿童人均走访次数: care visits per left-behind child."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON, TIME


class CareVisitsPerChildRatio(Indicator):
    """留守儿童人均走访次数: care visits in the period by left-behind children on its last day.

    Visits are counted, not children: how many children were visited at least once needs the visits of one child put
    together, which is linkage.
    """

    label = "留守儿童人均走访次数"
    english = "care visits per left-behind child"
    words = "本期走访次数 ÷ 期末在册留守儿童人数"
    reference = "《国务院关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号；转述，原文未核）"
    unit, grain, better = TIME / PERSON, (COUNTY, MONTH), UP
    of, derived = "care_visit_count", Derivation(How.RATIO, other="left_behind_child_count")
