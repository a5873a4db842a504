"""每万名教师师德处理数: ethics sanctions for ten thousand teachers."""

from fractions import Fraction

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM, PERSON


class EthicsSanctionRate(Indicator):
    """每万名教师师德处理数: decisions of the period for ten thousand full-time teachers, of a county or the city."""

    label = "每万名专任教师师德处理件数"
    english = "ethics sanctions per ten thousand full-time teachers"
    words = "本期师德处理件数 ÷ 期末专任教师数 × 10000"
    reference = "《中小学教师违反职业道德行为处理办法》（2018年修订；原文未核）；口径为本软件所定"
    unit = (ITEM / PERSON).times(Fraction(1, 10_000), "件/万名教师")
    grain, better = (COUNTY, YEAR), DOWN
    of, derived = "ethics_sanction_count", Derivation(How.RATIO, other="full_time_teacher_count")
