"""生均体育运动场馆面积: space for sports per pupil."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import M2, PERSON


class SportsAreaPerPupil(Indicator):
    """生均体育运动场馆面积: space for sports in ordinary primary and junior schools, by their pupils."""

    label = "生均体育运动场馆面积"
    english = "space for sports per pupil"
    words = "体育运动场馆面积 ÷ 在校生数"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = M2 / PERSON, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "sports_area_m2", Derivation(How.RATIO, other="balance_pupil_count")
    minimum_cell = None
