"""落实: a parsed plan with what catalogue and bureau know: kinds, unit ids, platform ids, days, indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from yaodian.compiler.parse.script import simplified
from yaodian.compiler.resolve.bindings import indicator_for
from yaodian.compiler.resolve.dates import due_of
from yaodian.compiler.resolve.kinds import CueBook, rank_kinds
from yaodian.compiler.uncollected import uncollected
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.indicator import Indicator
from yaodian.declare.kind import Kind
from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Action, Deadline, Duty, Measure, Plan, Task


@uncollected
def resolve(plan: Plan, catalogue: Catalogue, bureau: Bureau | None = None) -> Plan:
    """The plan with kinds ranked, units and platforms recognised, deadlines dated and targets bound to indicators."""
    return _Resolver(plan, catalogue, bureau).plan()


@lru_cache(maxsize=4)
def _book(kinds: tuple[type[Kind], ...]) -> CueBook:
    return CueBook.of(kinds)


class _Resolver:
    def __init__(self, plan: Plan, catalogue: Catalogue, bureau: Bureau | None) -> None:
        self.given, self.bureau = plan, bureau
        self.book = _book(tuple(catalogue.of(Kind).values()))
        self.indicators = tuple(catalogue.of(Indicator).values())
        self.words = simplified(plan.source.text)
        self.present = self.book.objects_in(self.words)

    def plan(self) -> Plan:
        return replace(self.given, tasks=tuple(self._task(task) for task in self.given.tasks))

    def _task(self, task: Task) -> Task:
        return replace(
            task,
            duties=tuple(self._duty(duty) for duty in task.duties),
            deadlines=self._dated(task.deadlines),
            measures=tuple(self._measure(measure) for measure in task.measures),
        )

    def _duty(self, duty: Duty) -> Duty:
        unit = self.bureau.unit_called(duty.unit) if self.bureau else None
        return replace(duty, unit_id=unit.id) if unit else duty

    def _dated(self, deadlines: Sequence[Deadline]) -> Sequence[Deadline]:
        if not deadlines or self.given.year is None:
            return deadlines
        calendar = self.bureau.calendar if self.bureau else None
        dated = []
        for deadline in deadlines:
            due, every = due_of(simplified(deadline.words), self.given.year, calendar)
            dated.append(replace(deadline, due=due, every=every))
        return tuple(dated)

    def _measure(self, measure: Measure) -> Measure:
        platforms = measure.platforms
        if platforms and self.bureau:
            known = [self.bureau.platform_called(p.title) for p in platforms]
            platforms = tuple(
                replace(p, platform_id=k.id if k else None) for p, k in zip(platforms, known, strict=True)
            )
        promising = any(action.targets for action in measure.actions)
        return replace(
            measure,
            kinds=rank_kinds(measure, self.words, self.book, self.present),
            deadlines=self._dated(measure.deadlines),
            platforms=platforms,
            actions=tuple(self._bound(action) for action in measure.actions) if promising else measure.actions,
        )

    def _bound(self, action: Action) -> Action:
        if not action.targets:
            return action
        targets = tuple(replace(t, indicator=indicator_for(self.indicators, action, t)) for t in action.targets)
        return replace(action, targets=targets)
