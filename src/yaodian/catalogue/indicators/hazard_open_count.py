"""未整改隐患数: hazards that are not put right yet."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM


class HazardOpenCount(Indicator):
    """未整改隐患数: hazards found and not put right on the period's last day; by grade, the major ones for themselves."""

    label = "未整改安全隐患数"
    english = "hazards open"
    words = "期末尚未整改完成的隐患数"
    reference = "《中华人民共和国安全生产法》隐患排查治理制度；口径为本软件所定"
    unit, grain, better = ITEM, (SCHOOL, DAY), DOWN
    over, taken = "hazards schools", LAST_DAY
    disaggregations = ("grade_code", "kind_code", "is_outside", "schools.type_code", "schools.urban_rural_code")
    minimum_cell = None
    value_2014_12 = "count(*)"
    answers = (
        Answer(
            "(?P<grade_code>重大|较大|一般)?(?:安全)?(?:事故)?隐患[^,，。;；]{0,6}(?:清零|归零|为零)",
            examples=("实现重大安全隐患动态清零", "确保校园安全隐患清零"),
            not_for=("提高隐患整改率",),
        ),
    )
