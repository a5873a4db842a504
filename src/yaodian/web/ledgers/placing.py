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
from typing import Any

from django.db.models import Count, Q, QuerySet

from yaodian.declare.kind import Actor, Step
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.steps import ahead_of
from yaodian.runtime.thresholds import Thresholds
from yaodian.web.installation import supervision
from yaodian.web.ledgers.asking import Asked, Tab
from yaodian.web.plans.structure import short
from yaodian.web.work.alike import Alike
from yaodian.web.work.measuring import newest_lights, the_worst
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.overview import ORDER
from yaodian.workspace.supervision import Supervision

NEVER = date.max.isoformat()
SHORT = 1000
Place = tuple[int, str]
Promises = Mapping[str, Sequence[PromiseLight]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How subjects that are alike stand on a day: the views that hold them, their light by dates alone, their deadline as a
    text that comes after all others where there is none."""

    alike: Alike
    tabs: Sequence[Tab]
    colour: str
    due: str


class Day:
    """A day of a bureau. What subjects of a kind of likeness come to on it is the same whoever asks, so it is kept."""

    def __init__(self, ground: Supervision, on: date) -> None:
        self._on, self._thresholds = on, in_force(Thresholds, ground.parameters, on)
        self._ladder = ground.ladder(on)
        self.standing = lru_cache(maxsize=20_000)(self._standing)

    def colour(self, alike: Alike, promises: Sequence[PromiseLight]) -> str:
        """The worst of its light by dates and those of its promises."""
        if alike.phase == Phase.CLOSED:
            return "done"
        return the_worst(_dated(alike), promises, self._thresholds, self._ladder, self._on).colour.value

    def _standing(self, text: str) -> Standing:
        alike = Alike.read(text)
        return Standing(alike, tuple(self._tabs(alike)), self.colour(alike, ()), alike.due or NEVER)

    def _tabs(self, alike: Alike) -> Iterator[Tab]:
        yield Tab.ALL
        if alike.phase == Phase.CLOSED:
            yield Tab.CLOSED
            return
        yield Tab.OPEN
        if alike.due and alike.due < self._on.isoformat():
            yield Tab.OVERDUE
        elif alike.due and alike.due <= (self._on + timedelta(days=6 - self._on.weekday())).isoformat():
            yield Tab.THIS_WEEK
        if alike.phase == Phase.SUBMITTED or _awaits_a_check(alike):
            yield Tab.CHECK


def _awaits_a_check(alike: Alike) -> bool:
    """Whether another unit's check is the next step of a case."""
    if not alike.edition:
        return False
    step = line(alike.kind, date.fromisoformat(alike.edition), tuple(alike.steps.split())).next
    return step is not None and step.by is Actor.VERIFIER


@lru_cache(maxsize=8)
def day_of(ground: Supervision, on: date) -> Day:
    """The day with what is known of it already."""
    return Day(ground, on)


@dataclass
class Placing:
    """The subjects of a scope as they stand in what is asked for."""

    scope: QuerySet[Item]
    asked: Asked
    on: date
    counts: Counter[Tab] = field(default_factory=Counter)
    places: Counter[Place] = field(default_factory=Counter)
    promises: Promises = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._day, self._placed = day_of(supervision(), self.on), dict[str, Place | None]()
        alike = self._alike()
        if any(self._day.standing(text).alike.is_whole for text in alike):
            self.promises = newest_lights(self.scope.filter(parent=None), self.on)
        own = {pk: text for pk, _, text in self._each(Q(pk__in=self.promises))} if self.promises else {}
        for text, number in (alike - Counter(own.values()) if own else alike).items():
            self._placed[text] = self._count(text, number)
        for pk, text in own.items():
            self._count(text, 1, self.promises[pk])

    def _alike(self) -> Counter[str]:
        """How many subjects are alike; those of a short ledger are kept, each for itself."""
        self._read = list(self._each(Q(), SHORT + 1))
        if len(self._read) <= SHORT:
            return Counter(text for _, _, text in self._read)
        self._read = []
        return Counter(dict(self.scope.order_by().values_list("alike").annotate(number=Count("pk"))))

    def _each(self, chosen: Q, most: int | None = None) -> QuerySet[Any]:
        """Subjects one by one: (id, address, what it has in common with others)."""
        return self.scope.order_by().filter(chosen).values_list("pk", "address", "alike")[:most]

    def _count(self, text: str, number: int, promises: Sequence[PromiseLight] = ()) -> Place | None:
        """Count so many in the views that hold them; their place."""
        place = self._place(text, promises)
        for tab in self._day.standing(text).tabs:
            self.counts[tab] += number
        if place is not None:
            self.places[place] += number
        return place

    def _place(self, text: str, promises: Sequence[PromiseLight]) -> Place | None:
        """Where it stands: by its light, then by its deadline; None where it is not asked for."""
        asked, known = self.asked, self._day.standing(text)
        alike = known.alike
        if asked.tab not in known.tabs or asked.kind not in ("", alike.kind) or asked.phase not in ("", alike.phase):
            return None
        colour = self._day.colour(alike, promises) if promises else known.colour
        return (ORDER.get(colour, len(ORDER)), known.due) if asked.light in ("", colour) else None

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
        dues = [due for _, due in places if due != NEVER]
        dated = Q(due__in=dues) | Q(due=None) if len(dues) < len(places) else Q(due__in=dues)
        for pk, address, text in self._read or self._each(dated):
            own = self.promises.get(pk)
            place = self._place(text, own) if own else self._placed.get(text)
            if place is not None and place in places:
                yield place, _in_the_plan(address), pk


def lights_by_owner(scope: QuerySet[Item], on: date) -> dict[str, Counter[str]]:
    """How many of the subjects of each owner show which light on a day."""
    day, alike = day_of(supervision(), on), Counter[tuple[str, str]]()
    for owner, text, number in scope.order_by().values_list("owner", "alike").annotate(number=Count("pk")):
        alike[owner, text] = number
    promises, found = newest_lights(scope.order_by().values("pk"), on), dict[str, Counter[str]]()
    held = scope.filter(pk__in=promises).values_list("pk", "owner", "alike") if promises else ()
    for pk, owner, text in held:
        alike[owner, text] -= 1
        found.setdefault(owner, Counter())[day.colour(Alike.read(text), promises[pk])] += 1
    for (owner, text), number in alike.items():
        found.setdefault(owner, Counter())[day.standing(text).colour] += number
    return found


@lru_cache(maxsize=2_000)
def _in_the_plan(address: str) -> tuple[int, ...]:
    """四/11.4 → (11, 4): where it stands among the measures."""
    return tuple(int(part) for part in short(address).split(".") if part.isdigit())


def _dated(alike: Alike) -> State:
    """As much of a state as its light takes."""
    due, opened_on, waits_since = (date.fromisoformat(day) if day else None for day in alike[2:5])
    return State(
        "", "", date.min, False, phase=Phase(alike.phase), due=due, opened_on=opened_on,
        is_suspended=bool(alike.is_suspended),
        last_at=datetime.combine(waits_since, time(), UTC) if waits_since else None,
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
