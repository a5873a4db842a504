"""多家负责无牵头: lint rule YD102."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Role


class NoLead(Rule):
    """任务{no}“{title}”有{count}个责任单位，没有写明谁牵头。"""

    label = "多家负责无牵头"
    code = "YD102"
    severity = Severity.WARNING
    english = "Task {no} “{title}” has {count} responsible units and none of them leads."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "人人负责时往往无人负责，汇总和催办也找不到主责单位。",
        "Where all are responsible nobody is; there is no one to gather and to be reminded.",
    )
    repair = Words(
        "写明牵头单位；若按惯例由首列单位牵头，改为“{first}牵头，其他单位配合”。",
        "Say which unit leads; if the one named first does, write “{first}牵头，其他单位配合”.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for task in checked.plan.tasks:
            leads = [d for d in task.duties if d.role is Role.LEAD]
            answerable = [d for d in task.duties if d.role is not Role.SUPPORT]
            if not leads and len(answerable) > 1:
                first = answerable[0].unit
                yield self.finding(
                    answerable[0].span, task.path, no=task.no, title=task.title, count=len(answerable), first=first
                )
