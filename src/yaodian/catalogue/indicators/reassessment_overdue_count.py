"""逾期未复评称号数: titles whose day of reassessment has passed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import ITEM


class ReassessmentOverdueCount(Indicator):
    """逾期未复评称号数: titles still held on the period's last day whose day of reassessment lies before it.

    A reassessment that is passed moves the day on; one that is failed ends the title.
    """

    label = "逾期未复评称号数"
    english = "titles overdue for reassessment"
    words = "期末仍持有、复评日期已过的称号个数"
    reference = "各级命名文件所定的复评期限；口径为本软件所定"
    unit, grain, better = ITEM, (SCHOOL, DAY), DOWN
    over, taken = "designations", LAST_DAY
    disaggregations = ("title", "level_code", "county_code", "is_school")
    minimum_cell = None
    where_2018_01 = "reassess_on < :last_day"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:逾期|超期)[^,，。;；]{0,6}复评|复评[^,，。;；]{0,4}(?:全覆盖|清零)",
            examples=("消除逾期未复评称号", "实现示范性普通高中复评全覆盖"),
            not_for=("创建省级示范性普通高中", "完成示范性普通高中复评"),
        ),
    )
