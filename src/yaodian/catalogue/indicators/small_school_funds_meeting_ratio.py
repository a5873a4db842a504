"""小规模学校经费达标比例: village schools funded at least as for 100 pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class SmallSchoolFundsMeetingRatio(Indicator):
    """小规模学校经费达标比例: village primary schools whose public funds reach the sum for 100 pupils, by all of them.

    A school of 100 pupils or more reaches the sum by its pupils alone, so all village schools can be held against it.
    """

    label = "小规模学校经费达标比例"
    english = "village schools funded at least as for 100 pupils"
    words = "公用经费不低于100人标准的乡村公办小学数 ÷ 乡村公办小学数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）与农村义务教育经费保障机制："
        "不足100人按100人核定公用经费（转述，原文未核）"
    )
    unit, grain, better = RATIO, (COUNTY, YEAR), UP
    of, derived = "village_school_funds_yuan", Derivation(How.MEETING, between=SCHOOL)
    threshold = "small_school_funds_minimum"
    minimum_cell = None
