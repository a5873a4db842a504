"""资助发放人次: payments of aid."""

from yaodian.declare.indicator import NONE, WITHIN, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class AidPaymentCount(Indicator):
    """资助发放人次: payments of aid made in the term, whatever term they are for; money that came back is no payment."""

    label = "资助发放人次"
    english = "payments of aid"
    words = "本学期内发放资助的笔数（人次；退回的不计）"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, TERM), NONE
    over, taken = "aid_payments schools", WITHIN
    disaggregations = ("programme_code", "way_code", "fund_level_code")
    minimum_cell = "minimum_cell_sensitive"
    value_2018_01 = "count(*) FILTER (WHERE amount_yuan > 0)"
