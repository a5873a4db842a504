"""列入计划项目数: building projects in the plan of the year."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class PlannedProjectCount(Indicator):
    """列入计划项目数: building projects whose year of plan is the year of the period's last day."""

    label = "年度计划建设项目数"
    english = "building projects planned for the year"
    words = "计划年度为本年的建设项目数"
    reference = "年度建设计划；口径为本软件所定"
    unit, grain, better = ITEM, (COUNTY, DAY), NONE
    over, taken = "projects", LAST_DAY
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    where_2018_01 = "plan_year = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    value_2018_01 = "count(*)"
