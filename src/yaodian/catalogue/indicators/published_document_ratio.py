"""政策文件公开率: the part of the public documents that were published."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import RATIO


class PublishedDocumentRatio(Indicator):
    """政策文件公开率: documents issued in the period that were published, of those that are to be made public (0–1)."""

    label = "应公开政策文件公开率"
    english = "share of public documents published"
    words = "已公开的文件数 ÷ 本期印发、属主动公开的文件数"
    reference = "《中华人民共和国政府信息公开条例》第二十六条：二十个工作日内公开"
    unit, grain, better = RATIO, (CITY, DAY), UP
    over, taken = "policy_documents", LAST_DAY
    disaggregations = ("kind_code", "issuer_code")
    minimum_cell = None
    where_2019_05 = "is_public AND issued_on BETWEEN :first_day AND :last_day"
    numerator_2019_05 = "count(*) FILTER (WHERE published_on <= :last_day)"
    denominator_2019_05 = "count(*)"
    answers = (
        Answer(
            "(?:信息|文件)[^,，。;；]{0,4}公开率",
            examples=("提高政策文件公开率",),
            not_for=("做好信息公开工作",),
        ),
    )
