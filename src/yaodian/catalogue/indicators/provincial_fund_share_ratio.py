"""上级资金全省占比: the city's part of the province's project money."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import RATIO


class ProvincialFundShareRatio(Indicator):
    """上级资金全省占比: the city's part of the project money that the province handed out in the year (0–1).

    Of a fund counted several times, the last count up to the day holds.
    """

    label = "上级项目资金总量全省占比"
    english = "the city's share of the province's project funds"
    words = "本市得到的上级项目资金 ÷ 全省项目资金总额"
    reference = "省财政厅、省教育厅资金下达文件；口径为本软件所定"
    unit, grain, better = RATIO, (CITY, DAY), UP
    over, taken = "provincial_fund_totals", LAST_DAY
    disaggregations = ("fund_code",)
    minimum_cell = None
    where_2018_01 = "is_building AND substring(year, 1, 4) = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    numerator_2018_01 = "sum(city_yuan)"
    denominator_2018_01 = "sum(province_yuan)"
    answers = (
        Answer(
            "(?:上级|中央|省级|项目)[^,，。;；]{0,4}资金[^,，。;；]{0,8}(?:占比|比例|比重|份额)",
            examples=("争取上级项目资金总量在全省占比", "提高省级项目资金占全省比重"),
            not_for=("争取上级项目资金", "提高专项资金执行率"),
        ),
    )
