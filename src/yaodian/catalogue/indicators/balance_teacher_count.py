"""均衡监测专任教师数: teachers counted for balance."""

from yaodian.catalogue.columns.conditions import BALANCED, FULL_TIME, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class BalanceTeacherCount(Indicator):
    """均衡监测专任教师数: full-time teachers of ordinary primary and junior schools.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "均衡监测专任教师数"
    english = "teachers counted for balance"
    words = "均衡监测口径的小学、初中专任教师人数"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "teachers schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    leaves_out = SMALL_POINTS
    where_2018_01 = f"{FULL_TIME} AND {BALANCED}"
    value_2018_01 = "count(*)"
