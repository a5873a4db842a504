"""已开工项目数: projects of the year on which building has begun."""

from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import ITEM


class BegunProjectCount(Indicator):
    """已开工项目数: projects of the year's plan that reached the step 开工 by the period's last day."""

    label = "年度计划项目中已开工的项目数"
    english = "planned projects begun"
    words = "计划年度为本年、期末前已开工的项目数"
    reference = "基本建设程序（节点为本软件所定代码，原文未核）"
    unit, grain, better = ITEM, (COUNTY, DAY), UP
    over, taken = "project_milestones projects", LAST_DAY
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    where_2018_01 = (
        "step_code = '08' AND coalesce(is_accepted, TRUE)"
        " AND projects.plan_year = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    )
    value_2018_01 = "count(*)"
