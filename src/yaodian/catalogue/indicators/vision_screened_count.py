"""视力筛查人次: screenings of vision."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class VisionScreenedCount(Indicator):
    """视力筛查人次: screenings of pupils' vision in a term."""

    label = "视力筛查人次"
    english = "vision screenings"
    words = "本学期视力筛查人次"
    reference = "《综合防控儿童青少年近视实施方案》：每学期筛查（教体艺〔2018〕3号；原文未核）"
    unit, grain, better = PERSON, (SCHOOL, TERM), UP
    over = "vision_screenings schools"
    disaggregations = ("grade_code", "sex_code", "schools.urban_rural_code")
    value_2018_08 = "count(*)"
