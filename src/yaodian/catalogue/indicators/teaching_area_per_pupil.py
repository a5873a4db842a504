"""生均教学及辅助用房面积: floor space for teaching per pupil."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import M2, PERSON


class TeachingAreaPerPupil(Indicator):
    """生均教学及辅助用房面积: floor space for teaching in ordinary primary and junior schools, by their pupils."""

    label = "生均教学及辅助用房面积"
    english = "floor space for teaching per pupil"
    words = "教学及辅助用房面积 ÷ 在校生数"
    reference = "教督〔2017〕6号、教督〔2012〕3号（转述，原文未核）"
    unit, grain, better = M2 / PERSON, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "teaching_area_m2", Derivation(How.RATIO, other="balance_pupil_count")
    minimum_cell = None
