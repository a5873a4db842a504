"""台账排序: how many subjects each view of a ledger holds, and which of them stand on a page, worst first.

Both come from columns alone. Of a long ledger, subjects that are alike in all that views, filters and lights by dates ask
for are read as one row with their number, so that many thousands cost little more than some hundred, and one by one only
where the page may lie. Those with promises of their own are always taken one by one, as those may give a worse light.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from yaodian.declare.kind import Actor, Step
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.rules import Ladder
from yaodian.runtime.steps import ahead_of
from yaodian.runtime.thresholds import Thresholds
from yaodian.web.installation import supervision
from yaodian.web.ledgers.asking import Asked, Tab
from yaodian.web.plans.structure import short
from yaodian.web.work.measuring import newest_lights, the_worst
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.overview import ORDER
from yaodian.workspace.supervision import Supervision

COLUMNS = ("phase", "due", "opened", "waits_since", "is_suspended", "kind", "pinned", "taken", "is_whole")
_IS_DONE, _GOES_ON = Q(phase=Phase.CLOSED.value), Q(is_case=True, phase=Phase.UNDER_WAY.value)
NARROWED = {  # to where they matter: the day of opening to what is open, the steps to where another unit's check may be next
    "opened": Case(When(~_IS_DONE, then=F("opened_on")), default=None),
    "pinned": Case(When(_GOES_ON, then=F("edition")), default=None),
    "taken": Case(When(_GOES_ON, then=F("reached")), default=None),
    "is_whole": Case(When(parent=None, then=Value(1)), default=Value(0)),
}
SHORT = 1000
Place = tuple[int, date]
Promises = Mapping[str, Sequence[PromiseLight]]


class Alike(NamedTuple):
    """What subjects have in common; `pinned` and `taken` are the edition and the steps of a case under way, None of all
    others. What is whole, no part of anything, may have promises."""

    phase: str
    due: date | None
    opened_on: date | None
    waits_since: date | None
    is_suspended: bool
    kind: str
    pinned: date | None
    taken: str | None
    is_whole: int

    def tabs(self, on: date) -> list[Tab]:
        """The views that hold it on a day."""
        if self.phase == Phase.CLOSED:
            return [Tab.CLOSED, Tab.ALL]
        found = [Tab.OPEN, Tab.ALL]
        if self.due is not None and self.due < on:
            found.append(Tab.OVERDUE)
        elif self.due is not None and self.due <= on + timedelta(days=6 - on.weekday()):
            found.append(Tab.THIS_WEEK)
        if self.phase == Phase.SUBMITTED or self._awaits_a_check:
            found.append(Tab.CHECK)
        return found

    @property
    def _awaits_a_check(self) -> bool:
        """Whether another unit's check is the next step of a case."""
        if self.taken is None or self.pinned is None:
            return False
        step = line(self.kind, self.pinned, tuple(self.taken.split())).next
        return step is not None and step.by is Actor.VERIFIER


@dataclass
class Placing:
    """The subjects of a scope as they stand in what is asked for."""

    scope: QuerySet[Item]
    asked: Asked
    on: date
    counts: Counter[Tab] = field(default_factory=Counter)
    places: Counter[Place] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._thresholds = in_force(Thresholds, supervision().parameters, self.on)
        self._ladder = supervision().ladder(self.on)
        self._placed = dict[Alike, Place | None]()
        self._rows = self.scope.order_by().annotate(**NARROWED)
        alike = self._alike()
        self.promises: Promises = {}
        if any(one.is_whole for one in alike):
            self.promises = newest_lights(self.scope.filter(parent=None), self.on)
        own = {pk: one for pk, _, one in self._each(Q(pk__in=self.promises))} if self.promises else {}
        for one, number in (alike - Counter(own.values())).items():
            self._count(one, number)
        for pk, one in own.items():
            self._count(one, 1, self.promises[pk])

    def _alike(self) -> Counter[Alike]:
        """How many subjects are alike; those of a short ledger are kept, each for itself."""
        self._read = list(self._each(Q(), SHORT + 1))
        if len(self._read) <= SHORT:
            return Counter(one for _, _, one in self._read)
        self._read = []
        groups = self._rows.values_list(*COLUMNS).annotate(number=Count("pk"))
        return Counter({Alike(*values): number for *values, number in groups})

    def _each(self, chosen: Q, most: int | None = None) -> Iterator[tuple[str, str, Alike]]:
        """Subjects one by one: (id, address, what it has in common with others)."""
        rows = self._rows.filter(chosen).values_list("pk", "address", *COLUMNS)[:most]
        return ((pk, address, Alike(*values)) for pk, address, *values in rows)

    def _count(self, alike: Alike, number: int, promises: Sequence[PromiseLight] = ()) -> None:
        tabs = alike.tabs(self.on)
        for tab in tabs:
            self.counts[tab] += number
        place = self._place(alike, tabs, promises)
        if not promises:
            self._placed[alike] = place
        if place is not None:
            self.places[place] += number

    def _place(self, alike: Alike, tabs: Sequence[Tab], promises: Sequence[PromiseLight]) -> Place | None:
        """Where it stands: by its light, then by its deadline; None where it is not asked for."""
        asked = self.asked
        if asked.tab not in tabs or asked.kind not in ("", alike.kind) or asked.phase not in ("", alike.phase):
            return None
        colour = self._colour(alike, promises)
        return (ORDER.get(colour, len(ORDER)), alike.due or date.max) if asked.light in ("", colour) else None

    def _colour(self, alike: Alike, promises: Sequence[PromiseLight]) -> str:
        if alike.phase == Phase.CLOSED:
            return "done"
        if promises:
            return the_worst(_dated(*alike[:5]), promises, self._thresholds, self._ladder, self.on).colour.value
        return _by_dates(alike[:5], supervision(), self._thresholds, self._ladder, self.on)

    def page(self) -> list[Item]:
        """The subjects of the page that is asked for, in order."""
        first, rows = (self.asked.page - 1) * self.asked.rows, self.asked.rows
        before, skipped, chosen = 0, 0, set[Place]()
        for place in sorted(self.places):
            if before >= first + rows:
                break
            if before + self.places[place] > first:
                chosen.add(place)
            else:
                skipped += self.places[place]
            before += self.places[place]
        subjects = [pk for _, _, pk in sorted(self._standing(chosen))][first - skipped : first - skipped + rows]
        held = Item.objects.in_bulk(subjects)
        return [held[pk] for pk in subjects]

    def _standing(self, places: Set[Place]) -> Iterator[tuple[Place, tuple[int, ...], str]]:
        """The subjects that stand in these places, each with its place and where it stands in the plan."""
        dues = [due for _, due in places if due != date.max]
        dated = Q(due__in=dues) | Q(due=None) if len(dues) < len(places) else Q(due__in=dues)
        for pk, address, alike in self._read or self._each(dated):
            own = self.promises.get(pk)
            place = self._place(alike, alike.tabs(self.on), own) if own else self._placed.get(alike)
            if place is not None and place in places:
                yield place, _in_the_plan(address), pk


def _in_the_plan(address: str) -> tuple[int, ...]:
    """四/11.4 → (11, 4): where it stands among the measures."""
    return tuple(int(part) for part in short(address).split(".") if part.isdigit())


@lru_cache(maxsize=20_000)
def _by_dates(dates: tuple[Any, ...], _: Supervision, thresholds: Thresholds, ladder: Ladder, on: date) -> str:
    """The light by dates alone, which is the same whoever asks on that day; the bureau's calendar decides with it."""
    return the_worst(_dated(*dates), (), thresholds, ladder, on).colour.value


def _dated(phase: str, due: date | None, opened_on: date | None, waits_since: date | None, is_suspended: bool) -> State:
    """As much of a state as its light takes."""
    last_at = datetime.combine(waits_since, time(), UTC) if waits_since else None
    return State(
        "", "", date.min, False, phase=Phase(phase), due=due, opened_on=opened_on, is_suspended=is_suspended,
        last_at=last_at,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """How far along the main line of a kind's steps a subject is."""

    behind: int
    length: int
    next: Step | None


@lru_cache(maxsize=2_000)
def line(kind: str, edition: date, reached: tuple[str, ...]) -> Line:
    steps = supervision().kinds[kind].editions["steps"].get(edition, ())
    ahead = ahead_of(steps, reached)
    return Line(len(reached), len(reached) + len(ahead), ahead[0] if ahead else None)
