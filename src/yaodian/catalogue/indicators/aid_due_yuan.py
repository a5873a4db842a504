"""资助应发金额: aid due."""

from yaodian.declare.indicator import NONE, WITHIN, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN


class AidDueYuan(Indicator):
    """资助应发金额: amounts due to the pupils entitled in the term."""

    label = "资助应发金额"
    english = "aid due"
    words = "本学期应发资助金额"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = YUAN, (SCHOOL, TERM), NONE
    over, taken = "aid_entitlements schools", WITHIN
    disaggregations = ("programme_code", "group_code", "grade_code")
    minimum_cell = "minimum_cell_sensitive"
    cell = "count(*)"
    value_2018_01 = "sum(amount_due_yuan)"
