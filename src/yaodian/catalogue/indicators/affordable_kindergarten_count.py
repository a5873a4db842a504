"""普惠性民办园数: private kindergartens recognised as affordable."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class AffordableKindergartenCount(Indicator):
    """普惠性民办园数: open private kindergartens recognised as affordable on the period's last day."""

    label = "普惠性民办幼儿园数"
    english = "affordable private kindergartens"
    words = "期末认定为普惠性的民办幼儿园数"
    reference = "《中共中央国务院关于学前教育深化改革规范发展的若干意见》（2018年11月；原文未核）"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, DAY), UP
    over, taken = "schools", LAST_DAY
    disaggregations = ("county_code", "urban_rural_code")
    minimum_cell = None
    where_2018_11 = "type_code = '11' AND ownership_code = 'private' AND is_affordable AND state_code = 'open'"
    value_2018_11 = "count(*)"
    answers = (
        Answer(
            "(?:认定|扶持|发展|拥有|达到)[^,，。;；]{0,8}普惠(?:性)?民办(?:幼儿)?园",
            examples=("认定普惠性民办幼儿园", "扶持普惠民办园"),
            not_for=("建设公办幼儿园", "提高普惠性幼儿园覆盖率"),
        ),
    )
