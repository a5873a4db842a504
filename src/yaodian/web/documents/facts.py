"""事实: what the entries of a plan say as of the end of a day, whatever came after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from yaodian.domain.entry import Act
from yaodian.domain.organisation import Organisation
from yaodian.domain.period import Period
from yaodian.runtime.lifecycle import State, fold
from yaodian.runtime.snapshot import state_of
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import HERE
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import EntryRow, Item
from yaodian.workspace.score.measured_plan import MeasuredPlan


@dataclass(frozen=True)
class Facts:
    """The work items of a plan (its title) on the day `on` (`whole`) and the parts that they were split into, both without cases; the
    subjects that were closed out, and reported on, within the `period`; how many `entries` that rests on; and, where a
    warehouse was given, what it measures."""

    plan: str
    period: str
    on: date
    whole: tuple[State, ...]
    parts: tuple[State, ...]
    closed: frozenset[str]
    reported: frozenset[str]
    entries: int
    measured: MeasuredPlan | None = None
    units: Organisation = field(default_factory=Organisation)

    @property
    def all(self) -> tuple[State, ...]:
        return self.whole + self.parts

    def name_of(self, unit: str) -> str:
        """What the unit is called on the day; its code where it is not known."""
        known = self.units.with_code(unit, self.on)
        return known.name if known else unit


def facts_of(edition: PlanEdition, period: Period, on: date, measured: MeasuredPlan | None = None) -> Facts:
    """The facts as of the end of the day `on`, with what happened in the period until then. What was kept is folded again
    only where entries came after that day."""
    plan, end = edition.plan, _begin(on + timedelta(days=1))
    items = Item.objects.filter(plan__plan=plan, is_case=False).order_by("subject")
    rows = list(items.values_list("subject", "parent_id", "state"))
    entries = EntryRow.objects.filter(item__plan__plan=plan, item__is_case=False, at__lt=end)
    kept = {subject: state_of(state) for subject, _, state in rows}
    late = [subject for subject, state in kept.items() if state.last_at is None or state.last_at >= end]
    kept |= _before(late, end)
    states = [(parent, kept[subject]) for subject, parent, _ in rows if kept[subject].number]
    within = entries.filter(at__gte=_begin(period.first))
    closing = Q(act=Act.CLOSE.value) | Q(act=Act.STEP.value, data__closes=True)
    return Facts(
        plan=edition.title,
        period=period.label,
        on=on,
        whole=tuple(state for parent, state in states if parent is None),
        parts=tuple(state for parent, state in states if parent is not None),
        closed=frozenset(within.filter(closing).values_list("item_id", flat=True)),
        reported=frozenset(within.filter(act=Act.REPORT.value).values_list("item_id", flat=True)),
        entries=entries.count(),
        measured=measured,
        units=organisation(),
    )


def _before(subjects: list[str], end: datetime) -> dict[str, State]:
    """The states of these subjects before an instant; those that were opened later are no states yet (number 0)."""
    rows: dict[str, list[EntryRow]] = {subject: [] for subject in subjects}
    for start in range(0, len(subjects), 500):
        some = subjects[start : start + 500]
        for row in EntryRow.objects.filter(item__in=some, at__lt=end).order_by("item_id", "number"):
            rows[row.item_id].append(row)
    nothing = State("", "", date.min, is_case=False)
    return {subject: fold(row.entry for row in own) if own else nothing for subject, own in rows.items()}


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)
