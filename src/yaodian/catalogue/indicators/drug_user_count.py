"""吸毒师生数: pupils and staff found to use drugs, as the police state them."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import PERSON


class DrugUserCount(Indicator):
    """吸毒师生数: pupils and staff found to use drugs, a number stated by the drug control office for the city and the year.

    A number only, never a list: no register of the bureau holds persons for this.
    """

    label = "查获吸毒师生人数（外部数据）"
    english = "pupils and staff found to use drugs, as stated by the drug control office"
    words = "禁毒部门通报的本年查获吸毒的在校学生和教职工人数"
    reference = "市禁毒委年度通报；本局登记簿不持有，按外部数据引用"
    unit, grain, better = PERSON, (CITY, DAY), DOWN
    over, taken = "external_values", LAST_DAY
    where_2018_01 = (
        "subject_code = 'drug_users' AND place_code = :city"
        " AND substring(period, 1, 4) = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    )
    value_2018_01 = "sum(value)"
    answers = (
        Answer(
            "(?:师生|学生|教职工)[^,，。;；]{0,4}(?:不吸毒|零吸毒|无吸毒)",
            examples=("实现师生不吸毒",),
            not_for=("实现校园无毒品",),
        ),
    )
