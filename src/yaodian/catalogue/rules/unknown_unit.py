"""单位不在名录: lint rule YD105."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words

OTHER_BUREAU = "；没有一个责任单位在名录中，这可能是别的局的要点（--bureau none 不用名录）"


class UnknownUnit(Rule):
    """任务{no}的责任单位“{unit}”不在本局单位名录中{hint}。"""

    label = "单位不在名录"
    code = "YD105"
    severity = Severity.ERROR
    english = "Task {no}: “{unit}” is not in the bureau's list of units{hint}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "对不上名录的单位收不到任务。",
        "A unit that is not in the list cannot receive the task.",
    )
    repair = Words(
        "改用名录中的名称，或在 units.yaml 中增加该单位或别名。",
        "Use the name in the list, or add the unit or an alias to units.yaml.",
    )
    requires = ("units",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        duties = [(task, duty) for task in checked.plan.tasks for duty in task.duties]
        unknown = [(task, duty) for task, duty in duties if duty.unit_id is None]
        names = [name for unit in checked.bureau.units for name in unit.names] if checked.bureau else []
        if len(unknown) == len(duties) > 3:
            task, duty = unknown[0]
            yield self.finding(duty.span, task.path, no=task.no, unit=duty.unit, hint=OTHER_BUREAU)
            return
        for task, duty in unknown:
            close = get_close_matches(duty.unit, names, 1, 0.6)
            hint = f"（{close[0]}？）" if close else ""
            yield self.finding(duty.span, task.path, no=task.no, unit=duty.unit, hint=hint)
