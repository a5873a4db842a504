"""师生比: teachers by pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class TeachersPerPupil(Indicator):
    """师生比: teachers counted for balance in ordinary primary and junior schools, by their pupils."""

    label = "师生比"
    english = "teachers by pupils"
    words = "均衡监测专任教师数 ÷ 在校生数"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "balance_teacher_count", Derivation(How.RATIO, other="balance_pupil_count")
