"""时限不是工作日: lint rule YD203."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class DeadlineOnDayOff(Rule):
    """任务{no}的时限“{words}”落在{due}，不是工作日；前一个工作日是{before}。"""

    label = "时限不是工作日"
    code = "YD203"
    severity = Severity.INFO
    english = "Task {no}: the deadline “{words}” falls on {due}, no working day; the working day before is {before}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "假日到期的事项容易顺延成逾期。",
        "What is due on a day off slips into being overdue.",
    )
    repair = Words(
        "按{before}安排，或在计划中写明该日。",
        "Plan for {before}, or name that day.",
    )
    requires = ("calendar",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        calendar = checked.bureau.calendar if checked.bureau else None
        if calendar is None:
            return
        for task in checked.plan.tasks:
            for deadline in [*task.deadlines, *(d for m in task.measures for d in m.deadlines)]:
                exact = deadline.due and "日" in deadline.words
                if (
                    exact
                    and deadline.due
                    and calendar.knows(deadline.due)
                    and not calendar.is_working_day(deadline.due)
                ):
                    before = calendar.working_day_on_or_before(deadline.due)
                    yield self.finding(
                        deadline.span, task.path, no=task.no, words=deadline.words, due=deadline.due, before=before
                    )
