"""乡村公办小学公用经费: public funds of village primary schools."""

from yaodian.catalogue.columns.conditions import PUBLIC
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN


class VillageSchoolFundsYuan(Indicator):
    """乡村公办小学公用经费: public funds in the year of public primary schools and teaching points in villages."""

    label = "乡村公办小学公用经费"
    english = "public funds of village primary schools"
    words = "乡村公办小学（含教学点）当年公用经费"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）与农村义务教育经费保障机制："
        "不足100人按100人核定公用经费（转述，原文未核）"
    )
    unit, grain, better = YUAN, (SCHOOL, YEAR), UP
    over, taken = "school_ledgers schools", LAST_DAY
    disaggregations = ("schools.is_teaching_point",)
    minimum_cell = None
    where_2018_01 = f"schools.type_code = '21' AND SUBSTRING(schools.urban_rural_code, 1, 1) = '2' AND {PUBLIC}"
    value_2018_01 = "sum(public_funds_yuan)"
