"""安置点随迁学生入学率: relocated children placed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class RelocatedPlacedRatio(Indicator):
    """安置点随迁学生入学率: children who arrived at relocation sites and were placed in a school, by all who arrived."""

    label = "安置点随迁学生入学率"
    english = "relocated children placed"
    words = "已入学的到达学生数 ÷ 累计到达学生数"
    reference = "易地扶贫搬迁安置点教育保障工作要求（原文未核）；口径为本软件所定"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "relocation_arrivals", LAST_DAY
    disaggregations = ("site_name", "grade_code")
    threshold = "relocated_placed_minimum"
    numerator_2018_01 = "count(*) FILTER (WHERE placed_on <= :last_day)"
    denominator_2018_01 = "count(*)"
    answers = (
        Answer(
            r"(?:易地)?(?:扶贫)?搬迁(?:人员|群众|户)?(?:随迁)?(?:子女|学生)[^,，。;；]{0,8}(?:入学|就学|接受义务教育)",
            examples=("保障易地扶贫搬迁人员子女平等接受义务教育", "确保搬迁群众子女入学"),
            not_for=("建设易地扶贫搬迁安置点配套学校",),
        ),
    )
