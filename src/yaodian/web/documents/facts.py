"""事实: what the entries of a plan say as of the end of a day, whatever came after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from yaodian.domain.entry import Act
from yaodian.domain.organisation import Organisation
from yaodian.domain.period import Period
from yaodian.runtime.lifecycle import State, fold
from yaodian.runtime.snapshot import state_of
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import HERE
from yaodian.web.documents.cases import IS_CLOSING, CaseFacts, Stretch, cases_of, histories
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import EntryRow, Item
from yaodian.workspace.score.measured_plan import MeasuredPlan


@dataclass(frozen=True)
class Facts:
    """The work items of a plan (its title) on the day `on` (`whole`) and the parts that they were split into, both without cases; the
    subjects that were closed out, and reported on, within the `period`; how many `entries` that rests on; where they were
    asked for, what became of the plan's `cases`; and, where a warehouse was given, what it measures."""

    plan: str
    period: str
    on: date
    whole: tuple[State, ...]
    parts: tuple[State, ...]
    closed: frozenset[str]
    reported: frozenset[str]
    entries: int
    cases: CaseFacts | None = None
    measured: MeasuredPlan | None = None
    units: Organisation = field(default_factory=Organisation)

    @property
    def all(self) -> tuple[State, ...]:
        return self.whole + self.parts

    def name_of(self, unit: str) -> str:
        """What the unit is called on the day; its code where it is not known."""
        known = self.units.with_code(unit, self.on)
        return known.name if known else unit


def facts_of(
    edition: PlanEdition, period: Period, on: date, measured: MeasuredPlan | None = None, *, with_cases: bool = False
) -> Facts:
    """The facts as of the end of the day `on`, with what happened in the period until then. What was kept is folded again
    only where entries came after that day."""
    plan = edition.plan
    stretch = Stretch(period.first, on, _begin(period.first), _begin(on + timedelta(days=1)))
    states = _states(plan, stretch.end)
    within = EntryRow.objects.filter(
        item__plan__plan=plan, item__is_case=False, at__gte=stretch.begin, at__lt=stretch.end
    )
    return Facts(
        plan=edition.title,
        period=period.label,
        on=on,
        whole=tuple(state for parent, state in states if parent is None),
        parts=tuple(state for parent, state in states if parent is not None),
        closed=frozenset(within.filter(IS_CLOSING).values_list("item_id", flat=True)),
        reported=frozenset(within.filter(act=Act.REPORT.value).values_list("item_id", flat=True)),
        entries=sum(state.number for _, state in states),
        cases=cases_of(plan, stretch) if with_cases else None,
        measured=measured,
        units=organisation(),
    )


def _states(plan: str, end: datetime) -> list[tuple[str | None, State]]:
    """The items of a plan and their parts as they were before an instant, each with what it is a part of."""
    items = Item.objects.filter(plan__plan=plan, is_case=False).order_by("subject")
    parents = dict(items.values_list("subject", "parent_id"))
    kept = map(state_of, items.filter(last_at__lt=end).values_list("state", flat=True))
    late = list(items.filter(last_at__gte=end).values_list("subject", flat=True))
    again = map(fold, histories(late, EntryRow.objects.filter(at__lt=end)))
    states = {state.subject: state for state in (*kept, *again)}
    return [(parent, states[subject]) for subject, parent in parents.items() if subject in states]


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)
