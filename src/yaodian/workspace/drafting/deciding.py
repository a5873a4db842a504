"""决定: what the office decides about a plan that was read, and the plan as it is then. The text is never touched: a decision
changes what was understood of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Action, Deadline, Duty, Measure, Plan, RankedKind, Role, Target, Task
from yaodian.domain.text import Span
from yaodian.workspace.drafting.typed_number import NONE, typed_number

NOWHERE = Span(0, 0)
"""What was added by hand stands at no place in the text, as in a plan file."""


class What(StrEnum):
    """What a decision is about, and of which subject: `kind`, `due` and a new `number` of a measure, the `lead` of a task,
    findings to `ignore` at either; a `number`, the indicator it is bound to (`bind`) and its `split` of a target."""

    KIND = "kind"
    DUE = "due"
    NUMBER = "number"
    LEAD = "lead"
    IGNORE = "ignore"
    BIND = "bind"
    SPLIT = "split"


Decisions = Mapping[str, Any]
"""By `about`: a kind, a day (2020-06-30), a number as typed, a unit (its id, or the name the plan writes), codes of rules,
an indicator ("" for none), or the parts by county."""


def about(what: What, subject: str) -> str:
    return f"{what.value}/{subject}"


def new_number(measure: str) -> str:
    """The id of the number that a measure gets by hand."""
    return f"n-{measure.partition('-')[2]}h"


def decided(plan: Plan, decisions: Decisions, bureau: Bureau) -> Plan:
    """The plan as it is decided."""
    return replace(plan, tasks=tuple(_Decided(decisions, bureau).task(task) for task in plan.tasks))


@dataclass(frozen=True)
class _Decided:
    decisions: Decisions
    bureau: Bureau

    def of(self, what: What, subject: str | None) -> Any:
        return self.decisions.get(about(what, subject or ""))

    def task(self, task: Task) -> Task:
        lead, ignored = self.of(What.LEAD, task.id), self.of(What.IGNORE, task.id)
        return replace(
            task,
            duties=self._led(task.duties, lead) if lead else task.duties,
            ignores=(*task.ignores, *(ignored or ())),
            measures=tuple(self._measure(measure) for measure in task.measures),
        )

    def _led(self, duties: Sequence[Duty], lead: str) -> tuple[Duty, ...]:
        named = [duty for duty in duties if lead in (duty.unit_id, duty.unit)]
        if named:
            return tuple(_with_role(duty, duty is named[0]) for duty in duties)
        unit = next((unit for unit in self.bureau.units if unit.id == lead), None)
        first = Duty(unit.name if unit else lead, Role.LEAD, NOWHERE, unit.id if unit else None)
        return (first, *(_with_role(duty, False) for duty in duties))

    def _measure(self, measure: Measure) -> Measure:
        kind, due, ignored = (self.of(what, measure.id) for what in (What.KIND, What.DUE, What.IGNORE))
        if kind:
            others = tuple(ranked for ranked in measure.kinds if ranked.kind != kind)
            own = next((ranked for ranked in measure.kinds if ranked.kind == kind), RankedKind(kind, 1.0))
            measure = replace(measure, kinds=(replace(own, score=1.0), *others))
        if due:
            day = date.fromisoformat(due)
            undated = tuple(deadline for deadline in measure.deadlines if not deadline.due)
            measure = replace(measure, deadlines=(*undated, Deadline(f"{day.month}月{day.day}日", NOWHERE, day)))
        actions = tuple(
            replace(action, targets=tuple(self._targets(action.targets))) if action.targets else action
            for action in measure.actions
        )
        return self._numbered(replace(measure, actions=actions, ignores=(*measure.ignores, *(ignored or ()))))

    def _targets(self, targets: Sequence[Target]) -> list[Target]:
        kept = []
        for target in targets:
            typed = self.of(What.NUMBER, target.id)
            if typed != NONE:
                read = typed_number(typed, target.span, target.id or "") if typed else target
                kept.append(self._bound(replace(read, indicator=target.indicator)))
        return kept

    def _bound(self, target: Target) -> Target:
        bound = self.of(What.BIND, target.id)
        return target if bound is None else replace(target, indicator=bound or None)

    def _numbered(self, measure: Measure) -> Measure:
        """With the number that was added by hand, in its last action."""
        typed = self.of(What.NUMBER, measure.id)
        if not typed or typed == NONE:
            return measure
        target = self._bound(typed_number(typed, NOWHERE, new_number(measure.id or "")))
        *before, last = measure.actions or (Action("完成", measure.text, NOWHERE),)
        return replace(measure, actions=(*before, replace(last, targets=(*last.targets, target))))


def _with_role(duty: Duty, is_lead: bool) -> Duty:
    """The one lead; who led before is responsible still."""
    if is_lead:
        return replace(duty, role=Role.LEAD)
    return replace(duty, role=Role.RESPONSIBLE) if duty.role is Role.LEAD else duty
