"""时限早于发布: lint rule YD202."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class DeadlineBeforePublication(Rule):
    """任务{no}的时限“{words}”（{due}）早于计划发布日{published}。"""

    label = "时限早于发布"
    code = "YD202"
    severity = Severity.ERROR
    english = "Task {no}: the deadline “{words}” ({due}) is before the plan's publication on {published}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "发布时已经过期的任务无法完成。",
        "What was overdue at publication cannot be kept.",
    )
    repair = Words(
        "改正时限的年份或月份。",
        "Correct the year or month of the deadline.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        published = checked.plan.published
        if published is None:
            return
        on = date.fromisoformat(published[:10])
        for task in checked.plan.tasks:
            for deadline in [*task.deadlines, *(d for m in task.measures for d in m.deadlines)]:
                if deadline.due and not deadline.every and deadline.due < on:
                    yield self.finding(
                        deadline.span, task.path, no=task.no, words=deadline.words, due=deadline.due, published=on
                    )
