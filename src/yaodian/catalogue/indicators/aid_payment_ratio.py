"""资助发放覆盖率（人次）: payments by entitlements."""

from yaodian.declare.answer import Answer
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
    answers = (
        Answer(
            r"(?:贫困|困难)(?:家庭)?(?:学生|子女)[^,，。;；]{0,8}不漏一人|资助[^,，。;；]{0,8}(?:全覆盖|应助尽助|不漏一人|覆盖率)",
            examples=("确保建档立卡贫困学生不漏一人", "实现学生资助全覆盖"),
            not_for=("落实学生资助政策", "提高资助资金发放比例"),
        ),
    )
