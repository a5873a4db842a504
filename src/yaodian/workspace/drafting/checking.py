"""核准决定: a decision as it comes from a form, held against the plan, the catalogue and the bureau before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yaodian.compiler.resolve.bindings import promised_end
from yaodian.declare.indicator import Indicator
from yaodian.declare.kind import Kind
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.plan import Action, Measure, Plan, Target, Task
from yaodian.domain.text import Span
from yaodian.runtime.cascade import parts_fault
from yaodian.runtime.rules import Rules
from yaodian.workspace.drafting.deciding import Decisions, What, decided
from yaodian.workspace.drafting.typed_number import NONE, typed_number
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.promises import promise_words


@dataclass(frozen=True)
class Ground:
    """What decisions are held against: the draft with what was decided before, its bureau, its counties and rules."""

    read: Plan
    decisions: Decisions
    bureau: Bureau
    counties: frozenset[str]
    rules: Rules

    @cached_property
    def plan(self) -> Plan:
        return decided(self.read, self.decisions, self.bureau)

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        return {task.id or task.path: task for task in self.plan.tasks}

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        return {measure.id or address: measure for address, _, measure in self.plan.measures()}

    @cached_property
    def targets(self) -> Mapping[str, tuple[Action, Target]]:
        """The promised numbers that were read and those added by hand."""
        plans = (self.read, self.plan)
        actions = [action for plan in plans for _, _, measure in plan.measures() for action in measure.actions]
        return {target.id or "": (action, target) for action in actions for target in action.targets}

    def checked(self, key: str, given: Any) -> Any:
        """The decision to keep; None takes an earlier one back. Refusal where it does not fit."""
        what, _, subject = key.partition("/")
        if what not in set(What) or not any(subject in getattr(self, of) for of in _SUBJECTS[What(what)]):
            raise Refusal(
                Words(
                    "这一项不在草稿里，请回到核对页再办",
                    "this is no part of the draft: go back to the review and try again",
                )
            )
        empty = not given and what != What.BIND
        return None if given is None or empty else _CHECKS[What(what)](self, subject, given)


def _kind(ground: Ground, subject: str, given: Any) -> str:
    if given not in shipped_catalogue().of(Kind):
        raise Refusal(Words(f"没有工作类型“{given}”，请在列表里选", f"there is no kind {given!r}: choose one"))
    return str(given)


def _due(ground: Ground, subject: str, given: Any) -> str:
    try:
        day = date.fromisoformat(str(given))
    except ValueError:
        raise Refusal(Words(f"“{given}”不是日期，例如 2020-06-30", f"{given!r} is no day: 2020-06-30")) from None
    if ground.plan.year and day.year < ground.plan.year:
        raise Refusal(
            Words(f"时限{day}早于要点的年度{ground.plan.year}，请改", f"{day} lies before the plan's year: change it")
        )
    return day.isoformat()


def _number(ground: Ground, subject: str, given: Any) -> str:
    if given != NONE:
        typed_number(str(given), Span(0, 0), "")
    return str(given)


def _lead(ground: Ground, subject: str, given: Any) -> str:
    task = ground.tasks.get(subject)
    named = {name for duty in (task.duties if task else ()) for name in (duty.unit_id, duty.unit)}
    if given not in {*named, *(unit.id for unit in ground.bureau.units if not unit.collective)}:
        raise Refusal(Words(f"没有单位“{given}”，请在列表里选", f"there is no unit {given!r}: choose one"))
    return str(given)


def _ignore(ground: Ground, subject: str, given: Any) -> list[str]:
    return sorted(set(map(str, given)))


def _bind(ground: Ground, subject: str, given: Any) -> str:
    action, target = ground.targets[subject]
    indicator = shipped_catalogue().of(Indicator).get(given)
    if given and indicator is None:
        raise Refusal(Words(f"没有指标“{given}”，请在列表里选", f"there is no indicator {given!r}: choose one"))
    if indicator is not None and promised_end(target, indicator) is None:
        words = promise_words(action, target)
        raise Refusal(
            Words(
                f"“{words}”不能挂“{indicator.label}”：单位是{indicator.unit.name}，与承诺不同",
                f"{indicator.id} counts {indicator.unit.name} and cannot measure “{words}”: choose another",
            )
        )
    return str(given)


def _split(ground: Ground, subject: str, given: Any) -> dict[str, float]:
    action, target = ground.targets[subject]
    if not isinstance(target.value, int | float):
        raise Refusal(Words("这个承诺没有可分解的数", "this promise has no number to be split"))
    words = promise_words(action, target)
    parts = {county: {words: float(amount)} for county, amount in given.items()}
    fault = parts_fault({words: float(target.value)}, parts, ground.counties, ground.rules)
    if fault:
        raise Refusal(fault)
    return {county: float(amount) for county, amount in given.items()}


_SUBJECTS: Mapping[What, Sequence[str]] = {
    What.KIND: ("measures",), What.DUE: ("measures",), What.NUMBER: ("measures", "targets"), What.LEAD: ("tasks",),
    What.IGNORE: ("tasks", "measures"), What.BIND: ("targets",), What.SPLIT: ("targets",),
}  # fmt: skip
_CHECKS: Mapping[What, Callable[[Ground, str, Any], str | Sequence[str] | Mapping[str, float]]] = {
    What.KIND: _kind, What.DUE: _due, What.NUMBER: _number, What.LEAD: _lead,
    What.IGNORE: _ignore, What.BIND: _bind, What.SPLIT: _split,
}  # fmt: skip
