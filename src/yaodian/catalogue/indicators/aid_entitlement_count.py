"""资助应享人次: entitlements to aid."""

from yaodian.declare.indicator import NONE, WITHIN, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class AidEntitlementCount(Indicator):
    """资助应享人次: entitlements to aid in the term; a pupil with two programmes counts twice."""

    label = "资助应享人次"
    english = "entitlements to aid"
    words = "本学期认定享受资助的人次（一人两项计两次）"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = PERSON, (SCHOOL, TERM), NONE
    over, taken = "aid_entitlements schools", WITHIN
    disaggregations = ("programme_code", "group_code", "grade_code")
    minimum_cell = "minimum_cell_sensitive"
    value_2018_01 = "count(*)"
