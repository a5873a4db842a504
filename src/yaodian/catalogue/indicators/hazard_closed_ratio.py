"""隐患整改率: the part of the hazards found that have been put right."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class HazardClosedRatio(Indicator):
    """隐患整改率: hazards found in the period and put right by its end, of all found in it (0–1)."""

    label = "安全隐患整改率"
    english = "share of hazards put right"
    words = "本期发现且期末前整改完成的隐患数 ÷ 本期发现的隐患数"
    reference = "《中华人民共和国安全生产法》隐患排查治理制度；口径为本软件所定"
    unit, grain, better = RATIO, (SCHOOL, DAY), UP
    over = "hazards schools"
    disaggregations = ("kind_code", "grade_code", "is_outside", "schools.type_code", "schools.urban_rural_code")
    minimum_cell = None
    numerator_2014_12 = "count(*) FILTER (WHERE closed_on <= :last_day)"
    denominator_2014_12 = "count(*)"
    answers = (
        Answer(
            "隐患[^,，。;；]{0,6}(?:整改率|治理率|销号率|整改完成)",
            examples=("提高校园安全隐患整改率", "确保隐患整改完成"),
            not_for=("实现重大安全隐患清零", "健全隐患排查化解机制"),
        ),
    )
