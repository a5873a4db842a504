"""下达: Plan → Program, the work items, milestones and bindings that the runtime drives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yaodian.compiler.resolve.bindings import bound_to
from yaodian.compiler.spread import main_path, spread
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.indicator import Indicator
from yaodian.declare.kind import Kind, Step
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.plan import Deadline, Edge, Measure, Plan, Task
from yaodian.domain.program import Binding, Milestone, Program, WorkItem
from yaodian.domain.schooldays import SchoolCalendar

TITLE_LENGTH = 24


def lower(plan: Plan, catalogue: Catalogue, bureau: Bureau | None = None) -> Program:
    """The program of a plan. A program names its nodes by their id, and by their address where they have none yet."""
    setting = _Setting.of(plan, catalogue, bureau)
    indicators = catalogue.of(Indicator)
    items = tuple(_item(setting, address, task, measure) for address, task, measure in plan.measures())
    tasks = {task.path: task.id or task.path for task in plan.tasks}
    ids = {item.address: item.id for item in items}
    return Program(
        plan.title,
        plan.year,
        plan.source.sha256,
        catalogue.edition,
        bureau.edition if bureau else "",
        items,
        tuple(
            binding for address, _, measure in plan.measures() for binding in _bindings(address, measure, indicators)
        ),
        tuple(_named(edge, ids) for edge in plan.edges),
        tuple(replace(goal, tasks=tuple(tasks.get(t, t) for t in goal.tasks)) for goal in plan.goals),
    )


def _named(edge: Edge, ids: Mapping[str, str]) -> Edge:
    """The edge between ids instead of addresses."""
    source, target = ids.get(edge.source, edge.source), ids.get(edge.target, edge.target)
    return replace(edge, source=source, target=target, spans=tuple(edge.spans))


def short_title(measure: Measure) -> str:
    """The label of a measure: what its first action does, in at most 24 characters."""
    first = measure.actions[0] if measure.actions else None
    words = "".join((f"{first.verb}{first.object}" if first else measure.text).split())
    return words if len(words) <= TITLE_LENGTH else words[: TITLE_LENGTH - 1] + "…"


def due_of(task: Task, measure: Measure, year: int | None) -> tuple[date | None, bool]:
    """The day a measure is due and whether it is assumed.

    The last dated deadline of the measure holds, else the last of its task, else the last day of the plan's year.
    """
    for deadlines in (measure.deadlines, task.deadlines):
        if days := [d.due for d in deadlines if d.due]:
            return max(days), False
    return (date(year, 12, 31) if year else None), True


@dataclass(frozen=True)
class _Setting:
    """What every item of one plan is lowered with."""

    year: int | None
    first_day: date | None
    kinds: Mapping[str, type[Kind]]
    fallback: str
    calendar: SchoolCalendar

    @classmethod
    def of(cls, plan: Plan, catalogue: Catalogue, bureau: Bureau | None) -> _Setting:
        own = catalogue.of(Kind)
        if not own:
            raise Refusal(Words("目录里没有任何工作类型，无法生成执行方案。", "The catalogue holds no kind of work."))
        former = {name: kind for kind in own.values() for name in kind.formerly}
        vaguest = max(own, key=lambda name: (own[name].rank, name))
        calendar = (bureau.calendar if bureau else None) or SchoolCalendar()
        return cls(plan.year, _first_day(plan), {**former, **own}, vaguest, calendar)


def _first_day(plan: Plan) -> date | None:
    """The day work can begin: 1 January of the plan's year, or its publication where that is later."""
    if not plan.year:
        return None
    new_year = date(plan.year, 1, 1)
    try:
        return max(new_year, date.fromisoformat((plan.published or "")[:10]))
    except ValueError:
        return new_year


def _item(setting: _Setting, address: str, task: Task, measure: Measure) -> WorkItem:
    kind = _kind_of(setting, address, measure)
    due, assumed = due_of(task, measure, setting.year)
    edition = _edition(kind, setting.year)
    steps = kind.editions.get("steps", {}).get(edition, ())
    stated: Sequence[Deadline] = measure.deadlines or task.deadlines
    return WorkItem(
        id=measure.id or address,
        address=address,
        task=task.id or task.path,
        title=short_title(measure),
        text=measure.text,
        kind=kind.id,
        kind_edition=edition,
        duties=tuple(task.duties),
        targets=tuple(measure.targets),
        deadlines=tuple(stated),
        due=due,
        due_assumed=assumed,
        milestones=_milestones(steps, setting, due),
    )


def _kind_of(setting: _Setting, address: str, measure: Measure) -> type[Kind]:
    """The measure's kind; the least measurable one of the catalogue where no words spoke for any."""
    name = measure.kind or setting.fallback
    if name in setting.kinds:
        return setting.kinds[name]
    known = "、".join(sorted(setting.kinds))
    raise Refusal(
        Words(
            f"举措 {address} 的类型“{name}”不在目录里。请改为其中之一：{known}。",
            f"Measure {address} has the kind “{name}”, which the catalogue lacks. Use one of: {known}.",
        )
    )


def _edition(kind: type[Kind], year: int | None) -> date:
    """The edition in force on 1 January of the year: the oldest where none was yet, the newest without a year."""
    editions = sorted(kind.editions.get("steps", {}))
    new_year = date(year, 1, 1) if year else date.max
    in_force = [since for since in editions if since <= new_year]
    return in_force[-1] if in_force else editions[0] if editions else date(year or 1, 1, 1)


def _milestones(steps: Sequence[Step], setting: _Setting, due: date | None) -> tuple[Milestone, ...]:
    path = main_path(steps)
    days: Sequence[date | None] = [None] * len(path)
    if due:
        start = min(setting.first_day or due, due)
        days = spread([step.days for step in path], start, due, setting.calendar)
    return tuple(Milestone(s.name, s.words.zh, s.by.value, day) for s, day in zip(path, days, strict=True))


def _bindings(address: str, measure: Measure, indicators: Mapping[str, type[Indicator]]) -> Iterator[Binding]:
    """One binding for each promised number, with the indicator that the plan found for it or that was written by hand."""
    promised = [(action, target) for action in measure.actions for target in action.targets]
    for number, (action, target) in enumerate(promised, start=1):
        indicator = indicators.get(target.indicator or "")
        bound = bound_to(indicator, action, target) if indicator else None
        slots, end = (bound.slots, bound.end) if bound else ({}, None)
        yield Binding(target.id or f"{address}#{number}", target.indicator, slots, end)
