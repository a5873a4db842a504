"""逾期未整改隐患数: hazards past the day by which they were to be put right."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM


class HazardOverdueCount(Indicator):
    """逾期未整改隐患数: open hazards whose day for putting right lies before the period's last day."""

    label = "逾期未整改安全隐患数"
    english = "hazards overdue"
    words = "期末尚未整改、整改期限已过的隐患数"
    reference = "《中华人民共和国安全生产法》隐患排查治理制度；口径为本软件所定"
    unit, grain, better = ITEM, (SCHOOL, DAY), DOWN
    over, taken = "hazards schools", LAST_DAY
    disaggregations = ("grade_code", "kind_code", "schools.type_code", "schools.urban_rural_code")
    minimum_cell = None
    where_2014_12 = "due_on < :last_day"
    value_2014_12 = "count(*)"
    answers = (
        Answer(
            "(?:逾期|超期)[^,，。;；]{0,6}隐患",
            examples=("消除逾期未整改隐患",),
            not_for=("确保校园安全隐患清零",),
        ),
    )
