"""单位用了别名: lint rule YD106."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Fix, Severity, Words


class UnitByAlias(Rule):
    """任务{no}的“{unit}”是“{name}”的别名。"""

    label = "单位用了别名"
    code = "YD106"
    severity = Severity.INFO
    english = "Task {no}: “{unit}” is an alias of “{name}”."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "同一单位两种写法，汇总时会被当成两个单位。",
        "One unit under two names is counted as two.",
    )
    repair = Words(
        "统一写作“{name}”。",
        "Write “{name}” throughout.",
    )
    requires = ("units",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        for task in checked.plan.tasks:
            for duty in task.duties:
                unit = checked.bureau.unit_called(duty.unit) if checked.bureau else None
                if unit and duty.unit in unit.aliases:
                    fix = Fix(duty.span, unit.name)
                    yield self.finding(duty.span, task.path, no=task.no, unit=duty.unit, name=unit.name, fix=fix)
