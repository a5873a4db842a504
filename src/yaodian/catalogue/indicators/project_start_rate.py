"""项目开工率: the part of the year's projects on which building has begun."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class ProjectStartRate(Indicator):
    """项目开工率: begun projects of the year's plan as a part of the projects planned (0–1)."""

    label = "建设项目开工率"
    english = "share of planned projects begun"
    words = "已开工项目数 ÷ 年度计划项目数"
    reference = "年度建设计划调度口径（公式为本软件所定，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "begun_project_count", Derivation(How.RATIO, other="planned_project_count")
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    answers = (Answer("开工率", examples=("确保项目开工率", "提高建设项目开工率"), not_for=("提高项目竣工率",)),)
