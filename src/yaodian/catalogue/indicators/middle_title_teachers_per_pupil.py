"""生均中级及以上专业技术职务教师数: teachers of middle rank by pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class MiddleTitleTeachersPerPupil(Indicator):
    """生均中级及以上专业技术职务教师数: teachers of middle rank or higher in ordinary primary and junior schools, by their pupils."""

    label = "生均中级及以上专业技术职务教师数"
    english = "teachers of middle rank by pupils"
    words = "中级及以上职称教师数 ÷ 在校生数"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "middle_title_teacher_count", Derivation(How.RATIO, other="balance_pupil_count")
