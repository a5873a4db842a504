"""师德处理数: decisions against breaches of teacher ethics."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class EthicsSanctionCount(Indicator):
    """师德处理数: decisions made in the period, counted for a county or the city and never for a school or a person."""

    label = "师德违规处理件数"
    english = "ethics sanctions decided"
    words = "本期作出的师德处理决定数"
    reference = "《中小学教师违反职业道德行为处理办法》（2018年修订；原文未核）"
    unit, grain, better = ITEM, (COUNTY, DAY), DOWN
    over = "ethics_sanctions schools"
    disaggregations = ("kind_code", "conduct_code")
    value_2018_11 = "count(*)"
    answers = (
        Answer(
            "师德(?:师风)?[^,，。;；]{0,4}(?:违规|失范)[^,，。;；]{0,4}(?:清零|零发生)",
            examples=("实现师德违规零发生", "确保师德失范行为清零"),
            not_for=("加强师德师风建设", "查处师德失范案件"),
        ),
    )
