"""民办学校分类登记率: the part of the private schools that chose and registered their kind."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class PrivateRegistrationRatio(Indicator):
    """民办学校分类登记率: private schools registered as non-profit or for-profit, of all private schools (0–1)."""

    label = "民办学校分类登记完成率"
    english = "share of private schools registered by kind"
    words = "已登记为营利性或非营利性的民办学校数 ÷ 民办学校数"
    reference = "《中华人民共和国民办教育促进法》（2016年修正）分类登记（原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "private_school_registrations schools", LAST_DAY
    disaggregations = ("county_code", "schools.type_code")
    minimum_cell = None
    numerator_2017_09 = "count(*) FILTER (WHERE kind_code <> 'undecided' AND registered_on <= :last_day)"
    denominator_2017_09 = "count(*)"
    answers = (
        Answer(
            "民办学校[^,，。;；]{0,4}分类登记",
            examples=("推进现有民办学校分类登记", "完成民办学校分类登记"),
            not_for=("支持民办教育发展",),
        ),
    )
