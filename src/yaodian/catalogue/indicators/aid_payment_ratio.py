"""资助发放覆盖率（人次）: payments by entitlements."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class AidPaymentRatio(Indicator):
    """资助发放覆盖率（人次）: payments of aid in the term by entitlements in it.

    Payments are counted, not pupils: two batches for one pupil can hide one who got nothing. Who was missed is found by linking
    payments with entitlements, person by person.
    """

    label = "资助发放覆盖率（人次）"
    english = "payments by entitlements"
    words = "本学期发放人次 ÷ 本学期应享人次"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, TERM), UP
    disaggregations = ("programme_code",)
    of, derived = "aid_payment_count", Derivation(How.RATIO, other="aid_entitlement_count")
    threshold = "aid_coverage_minimum"
    minimum_cell = "minimum_cell_sensitive"
