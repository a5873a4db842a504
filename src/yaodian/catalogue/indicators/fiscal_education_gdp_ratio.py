"""财政性教育经费占生产总值比例: public money for education as a part of the gross product."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class FiscalEducationGdpRatio(Indicator):
    """财政性教育经费占生产总值比例: public money for education as a part of the gross product of the same places (0–1).

    Accounts that lack one of the two figures (the city's own tier has no gross product) count in neither part.
    """

    label = "国家财政性教育经费占地区生产总值比例"
    english = "public money for education as a share of the gross product"
    words = "国家财政性教育经费 ÷ 地区生产总值"
    reference = "《国家中长期教育改革和发展规划纲要（2010—2020年）》4%目标（全国口径；原文未核）"
    unit, grain, better = RATIO, (COUNTY, FISCAL_YEAR), UP
    over = "fiscal_accounts"
    threshold = "fiscal_education_gdp_minimum"
    minimum_cell = None
    where_2010_01 = "all_education_yuan IS NOT NULL AND gdp_yuan IS NOT NULL"
    numerator_2010_01 = "sum(all_education_yuan)"
    denominator_2010_01 = "sum(gdp_yuan)"
    answers = (
        Answer(
            "(?:教育经费|教育投入)[^,，。;；]{0,6}(?:生产总值|GDP)[^,，。;；]{0,4}(?:比例|比重|占比)",
            examples=("确保财政性教育经费占地区生产总值比例",),
            not_for=("提高教育经费占一般公共预算支出比例",),
        ),
    )
