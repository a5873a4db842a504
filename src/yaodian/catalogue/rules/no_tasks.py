"""没有读到任务: lint rule YD604."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.text import Span


class NoTasks(Rule):
    """没有读到任何任务。"""

    label = "没有读到任务"
    code = "YD604"
    severity = Severity.ERROR
    english = "No task was found."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有任务的文件编译出来是空的。",
        "A document without tasks compiles to nothing.",
    )
    repair = Words(
        "检查是不是工作要点；任务前要有序号或标题。",
        "See whether this is a work plan; tasks need numbers or headings.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        if not checked.plan.tasks:
            text = checked.plan.source.text
            yield self.finding(Span(0, min(len(text), 40)), None)
