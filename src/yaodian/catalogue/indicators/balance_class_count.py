"""均衡监测班级数: classes counted for balance."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import CLASS


class BalanceClassCount(Indicator):
    """均衡监测班级数: classes of ordinary primary and junior schools."""

    label = "均衡监测班级数"
    english = "classes counted for balance"
    words = "均衡监测口径的小学、初中班级数"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    unit, grain, better = CLASS, (SCHOOL, DAY), NONE
    over, taken = "classes schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "count(*)"
