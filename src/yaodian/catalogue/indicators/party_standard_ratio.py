"""党组织达标率: the part of the party organisations that meet the standard."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class PartyStandardRatio(Indicator):
    """党组织达标率: party organisations of schools whose standardisation was accepted, of all of them (0–1); organisations, never
    persons, are counted."""

    label = "学校党组织标准化规范化达标率"
    english = "share of party organisations that meet the standard"
    words = "通过标准化规范化验收的党组织数 ÷ 党组织数"
    reference = "《关于加强中小学校党的建设工作的意见》（2016年；原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "party_organisations", LAST_DAY
    disaggregations = ("form_code", "county_code")
    minimum_cell = None
    numerator_2016_06 = "count(*) FILTER (WHERE standard_on <= :last_day)"
    denominator_2016_06 = "count(*)"
    answers = (
        Answer(
            "(?:党支部|党组织)[^,，。;；]{0,4}(?:标准化|规范化)[^,，。;；]{0,6}(?:达标|率|比例|覆盖)",
            examples=("提高学校党支部标准化规范化达标率",),
            not_for=("推进学校党支部规范化标准化建设",),
        ),
    )
