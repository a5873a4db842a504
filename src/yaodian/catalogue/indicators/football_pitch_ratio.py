"""足球场覆盖率: the part of the schools with a football pitch."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class FootballPitchRatio(Indicator):
    """足球场覆盖率: primary and secondary schools with a football pitch, of all of them (0–1)."""

    label = "有足球场的中小学校比例"
    english = "share of schools with a football pitch"
    words = "有足球场的中小学校数 ÷ 普通中小学校数"
    reference = "口径为本软件所定；各地对“校园足球覆盖”的认定不一"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "football_pitch_school_count", Derivation(How.RATIO, other="general_school_count")
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
