"""资助发放金额: aid paid."""

from yaodian.declare.indicator import NONE, WITHIN, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import YUAN


class AidPaidYuan(Indicator):
    """资助发放金额: amounts of aid paid in the term, whatever term they are for."""

    label = "资助发放金额"
    english = "aid paid"
    words = "本学期内发放资助金额"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = YUAN, (SCHOOL, TERM), NONE
    over, taken = "aid_payments schools", WITHIN
    disaggregations = ("programme_code", "way_code", "fund_level_code")
    minimum_cell = "minimum_cell_sensitive"
    cell = "count(*)"
    value_2018_01 = "sum(amount_yuan)"
