"""平均班额: pupils in a class."""

from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import CLASS, PERSON


class PupilsPerClassRatio(Indicator):
    """平均班额: pupils by classes."""

    label = "平均班额"
    english = "pupils in a class"
    words = "班级学生数合计 ÷ 班级数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）的班额标准：小学45人、初中50人（转述）；"
        "高中50人（地方规定的转述，原文未核）"
    )
    unit, grain, better = PERSON / CLASS, (SCHOOL, DAY), DOWN
    over, taken = "classes schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    numerator_2018_01 = "sum(pupil_count)"
    denominator_2018_01 = "count(*)"
