"""体育艺术队伍学生人次: pupils in squads of sports, arts and science."""

from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class SquadPupilCount(Indicator):
    """体育艺术队伍学生人次: members of the schools' squads in the school year last counted; a pupil in two squads counts twice."""

    label = "体育艺术科技队伍学生人次"
    english = "members of squads"
    words = "最近学年各校各队的队员人数之和（一人参加两队计两次）"
    reference = "学校体育艺术工作年度报告口径（原文未核）"
    unit, grain, better = PERSON, (SCHOOL, SCHOOL_YEAR), UP
    over, taken = "squads schools", LAST_DAY
    disaggregations = ("item_code", "schools.type_code", "schools.urban_rural_code")
    value_2015_01 = "sum(pupil_count)"
