"""校园足球覆盖率: the part of the schools where football is taught and trained."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class FootballCoverageRatio(Indicator):
    """校园足球覆盖率: primary and secondary schools with weekly football lessons and a squad that trains, of all of them (0–1).

    Lessons and squads stand in one register and are asked of the same school; pitches stand in another and have their own
    share, `football_pitch_ratio`.
    """

    label = "校园足球覆盖率"
    english = "share of schools with football lessons and a squad"
    words = "开展校园足球（每周有足球课、有足球队训练）的中小学校数 ÷ 普通中小学校数"
    reference = "全国青少年校园足球特色学校基本标准（原文未核）；“覆盖”口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "football_school_count", Derivation(How.RATIO, other="general_school_count")
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    answers = (
        Answer(
            "校园足球[^,，。;；]{0,4}覆盖",
            examples=("推进校园足球全覆盖", "提高校园足球覆盖率"),
            not_for=("创建全国校园足球特色学校", "举办校园足球比赛"),
        ),
    )
