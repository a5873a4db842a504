"""校均表册索取数: forms and reports asked of a school."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM, SCHOOL_UNIT


class SchoolRequestRate(Indicator):
    """校均表册索取数: requests of the period for each school of the place."""

    label = "校均填报表册份数"
    english = "requests for data per school"
    words = "要求学校填报的表册份数 ÷ 学校数"
    reference = "口径为本软件所定：负担按学校计"
    unit, grain, better = ITEM / SCHOOL_UNIT, (COUNTY, DAY), DOWN
    of, derived = "school_request_count", Derivation(How.RATIO, other="school_count")
    minimum_cell = None
