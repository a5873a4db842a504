"""资助发放到位率（金额）: aid paid by aid due."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class AidPaidAmountRatio(Indicator):
    """资助发放到位率（金额）: amounts of aid paid in the term by amounts due in it.

    Sums of a programme, not of persons: what one got too much can hide what another lacked.
    """

    label = "资助发放到位率（金额）"
    english = "aid paid by aid due"
    words = "本学期发放金额 ÷ 本学期应发金额"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = RATIO, (SCHOOL, TERM), UP
    disaggregations = ("programme_code",)
    of, derived = "aid_paid_yuan", Derivation(How.RATIO, other="aid_due_yuan")
    threshold = "aid_coverage_minimum"
    minimum_cell = "minimum_cell_sensitive"
    answers = (
        Answer(
            r"资助(?:资金|金)[^,，。;；]{0,8}(?:发放|到位)(?:率|比例)",
            examples=("提高资助资金发放比例",),
            not_for=("实现学生资助全覆盖",),
        ),
    )
