"""援鄂医疗队员子女入学安排率: children of the medical team placed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class MedicalTeamPlacedRatio(Indicator):
    """援鄂医疗队员子女入学安排率: children of the medical team in Hubei placed in the school or kindergarten they need, by all of them.

    Children who need no placing (no stage wanted) count in neither part.
    """

    label = "援鄂医疗队员子女入学安排率"
    english = "children of the medical team placed"
    words = "已安排入学入园的子女数 ÷ 援鄂医疗队员子女数"
    reference = "贵州省关心关爱支援湖北医疗队员及其家属的政策措施（2020年2月；原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "medical_team_children", LAST_DAY
    disaggregations = ("wanted_stage_code",)
    where_2018_01 = "wanted_stage_code IS NOT NULL"
    numerator_2018_01 = "count(*) FILTER (WHERE placed_on <= :last_day)"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"医疗队[^,，。;；]{0,4}子女",
            examples=("落实支援湖北医疗队成员子女入学政策",),
            not_for=("慰问援鄂医疗队员",),
        ),
    )
