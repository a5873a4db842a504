"""均衡监测在校生数: pupils counted for balance."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class BalancePupilCount(Indicator):
    """均衡监测在校生数: pupils of ordinary primary and junior schools, the denominator of all values of balance.

    Teaching points with fewer pupils than the scheme counts are left out.
    """

    label = "均衡监测在校生数"
    english = "pupils counted for balance"
    words = "均衡监测口径的小学、初中在校生数（不含特教、职业、专门学校和人数不足的教学点）"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "sum(pupil_count)"
