"""校长负责制推行率: the part of the party organisations under which principals work."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class PrincipalSystemRatio(Indicator):
    """校长负责制推行率: party organisations of schools that practise the responsibility of principals under their lead (0–1)."""

    label = "实行党组织领导的校长负责制的比例"
    english = "share of party organisations with the principal responsibility system"
    words = "实行党组织领导的校长负责制的党组织数 ÷ 党组织数（未填的按未实行计）"
    reference = "《关于加强中小学校党的建设工作的意见》（2016年；原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "party_organisations", LAST_DAY
    disaggregations = ("form_code", "county_code")
    minimum_cell = None
    numerator_2016_06 = "count(*) FILTER (WHERE has_principal_system)"
    denominator_2016_06 = "count(*)"
    answers = (
        Answer(
            "校长负责制",
            examples=("推行中小学党组织领导下的校长负责制",),
            not_for=("推进学校党支部规范化标准化建设",),
        ),
    )
