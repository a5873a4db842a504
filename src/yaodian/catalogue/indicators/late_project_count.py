"""逾期未竣工项目数: projects that should have been finished and are not."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, LAST_DAY, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class LateProjectCount(Indicator):
    """逾期未竣工项目数: projects whose planned day of completion has passed on the period's last day and whose state is neither
    completed nor handed over."""

    label = "逾期未竣工项目数"
    english = "projects overdue"
    words = "计划竣工日期已过、期末仍未竣工的项目数"
    reference = "年度建设计划；口径为本软件所定"
    unit, grain, better = ITEM, (COUNTY, DAY), DOWN
    over, taken = "projects", LAST_DAY
    disaggregations = ("kind_code", "plan_year")
    minimum_cell = None
    where_2018_01 = "planned_completion_on < :last_day AND state_code NOT IN ('completed', 'handed_over')"
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            "(?:逾期|滞后|超期)[^,，。;；]{0,6}项目",
            examples=("清零逾期未完工项目", "减少滞后项目"),
            not_for=("加快项目实施进度",),
        ),
    )
