"""无责任单位: lint rule YD101."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class NoOwner(Rule):
    """任务{no}“{title}”没有责任单位。"""

    label = "无责任单位"
    code = "YD101"
    severity = Severity.ERROR
    english = "Task {no} “{title}” names no responsible unit."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有责任单位，就没有人签收，到期也没有人可问。",
        "Nobody accepts it and nobody can be asked when it is due.",
    )
    repair = Words(
        "在任务末尾写明责任单位，例如（责任单位：某科）。",
        "Name the unit at the end of the task, as in （责任单位：…）.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for task in checked.plan.tasks:
            if not task.duties:
                yield self.finding(task.title_span, task.path, no=task.no, title=task.title)
