"""校均迎检次数: visits of inspections to a school."""

from yaodian.declare.indicator import NONE, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT, TIME


class InspectionVisitRate(Indicator):
    """校均迎检次数: inspection visits of the period for each school of the place."""

    label = "校均迎检次数"
    english = "inspection visits per school"
    words = "学校迎检次数 ÷ 学校数"
    reference = "口径为本软件所定：负担按学校计"
    unit, grain, better = TIME / SCHOOL_UNIT, (COUNTY, DAY), NONE
    of, derived = "inspection_visit_count", Derivation(How.RATIO, other="school_count")
    minimum_cell = None
