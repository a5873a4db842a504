"""超标准班额班数: classes over the standard size."""

from yaodian.catalogue.columns.conditions import OVER_CLASS_SIZE
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import CLASS


class ClassOverStandardCount(Indicator):
    """超标准班额班数: classes with more pupils than the standard of their stage: primary 45, junior 50, senior 50."""

    label = "超标准班额班数"
    english = "classes over the standard size"
    words = "超过本学段班额标准的班级数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）的班额标准：小学45人、初中50人（转述）；"
        "高中50人（地方规定的转述，原文未核）"
    )
    unit, grain, better = CLASS, (SCHOOL, DAY), DOWN
    over, taken = "classes schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    value_2018_01 = f"count(*) FILTER (WHERE {OVER_CLASS_SIZE})"
