"""责任单位不确定: lint rule YD103."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words

COLLECTIVE = re.compile(
    r"(?:各|有关|相关|其他|其它|全体|全局|机关)(?:相关|有关|业务|职能|机关|局属)?.{0,2}(?:科室|处室|股室|单位|部门|院|中心|学校)(?:$|、)|^(?:院|中心|科室|处室|股室)$"
)


class OpenEndedOwner(Rule):
    """任务{no}的责任单位“{unit}”不是一个确定的单位。"""

    label = "责任单位不确定"
    code = "YD103"
    severity = Severity.WARNING
    english = "Task {no}: “{unit}” is no particular unit."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "集体称呼无法签收、无法催办，也无法核验。",
        "A collective can neither accept work nor be reminded nor verified.",
    )
    repair = Words(
        "列出具体单位；确需全体参加的，另写一个牵头单位。",
        "List the units; where all take part, name one that leads.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for task in checked.plan.tasks:
            for duty in task.duties:
                known = checked.bureau.unit_called(duty.unit) if checked.bureau else None
                if COLLECTIVE.match(duty.unit) or (known and known.collective):
                    yield self.finding(duty.span, task.path, no=task.no, unit=duty.unit)
