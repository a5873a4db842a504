"""Two findings about the invented plan, one on a measure and one on a task's owners."""

from __future__ import annotations

from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Plan

EVIL = '=HYPERLINK("http://x") <script>alert(1)</script> | *x*'


def some_findings(plan: Plan) -> list[Finding]:
    """A number without a deadline (error) and a task nobody leads (warning)."""
    clubs, meals = plan.tasks[0].measures[0], plan.tasks[1]
    return [
        Finding(
            "YD103",
            Severity.ERROR,
            Words("有目标值“10所”，没有完成时限", "“10所” is promised without a deadline"),
            Words("没有时限就无法判断是否逾期。", "Without a deadline nobody can tell whether it is late."),
            Words("请写明日期，例如“11月底前”。", "Name a day, for example “11月底前”."),
            clubs.actions[0].targets[0].span,
            "一/1.1",
        ),
        Finding(
            "YD102",
            Severity.WARNING,
            Words("有两个责任单位，没有牵头单位", "Two units answer for it and nobody leads"),
            Words(f"无人负总责。{EVIL}", f"Nobody answers for the whole. {EVIL}"),
            Words("请写明牵头单位。", "Name the unit that leads."),
            meals.duties[0].span,
            "一/2",
        ),
    ]
