"""出台文件数: policy documents issued in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import ITEM


class IssuedDocumentCount(Indicator):
    """出台文件数: policy documents whose day of issue falls into the period."""

    label = "印发政策文件数"
    english = "policy documents issued"
    words = "本期印发的政策文件件数"
    reference = "发文登记；口径为本软件所定"
    unit, grain, better = ITEM, (CITY, DAY), UP
    over, taken = "policy_documents", LAST_DAY
    disaggregations = ("kind_code", "level_code", "issuer_code", "drafter_code")
    minimum_cell = None
    where_2018_01 = "issued_on BETWEEN :first_day AND :last_day"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:出台|制定|印发|制发)[^,，。;；]{0,12}(?:文件|制度|办法|意见|方案)$",
            examples=("出台教育改革配套文件", "制定规章制度"),
            not_for=("落实实施方案", "出台措施"),
        ),
    )
