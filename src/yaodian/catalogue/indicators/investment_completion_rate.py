"""投资完成率: the part of the planned investment that has been paid."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class InvestmentCompletionRate(Indicator):
    """投资完成率: payments for the year's projects as a part of their budgets (0–1).

    Work done and not yet paid for does not count: registers hold payments, not the value of work on the site.
    """

    label = "建设项目投资完成率"
    english = "share of planned investment paid"
    words = "年度计划项目累计付款 ÷ 年度计划项目总投资"
    reference = "年度建设计划调度口径（公式为本软件所定，以付款代替形象进度，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "project_paid_yuan", Derivation(How.RATIO, other="planned_investment_yuan")
    disaggregations = ("projects.kind_code",)
    minimum_cell = None
    answers = (
        Answer(
            "投资完成(?:率|比例)",
            examples=("提高项目投资完成率",),
            not_for=("完成投资", "提高专项资金执行率"),
        ),
    )
