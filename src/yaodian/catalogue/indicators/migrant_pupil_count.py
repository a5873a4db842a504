"""义务教育随迁子女在校生数: migrant children in school."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class MigrantPupilCount(Indicator):
    """义务教育随迁子女在校生数: migrant children in primary and junior schools by the latest yearly count."""

    label = "义务教育随迁子女在校生数"
    english = "migrant children in school"
    words = "小学、初中随迁子女在校生数"
    reference = "教育事业统计随迁子女表（原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("stage_code", "grade_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = "stage_code IN ('primary', 'junior')"
    value_2018_01 = "sum(migrant_count)"
