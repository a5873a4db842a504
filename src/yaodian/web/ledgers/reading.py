"""台账查看: the rows of a unit's ledger as an account may see them, worst first, a page at a time, each with what may be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, ClassVar

from django.db.models import Count, Q

from yaodian.declare.kind import Actor, Step
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.lights import Colour, Light
from yaodian.runtime.steps import ahead_of
from yaodian.runtime.thresholds import Thresholds
from yaodian.runtime.work_light import work_light, worst
from yaodian.web.accounts.policy import Standing, visible
from yaodian.web.installation import supervision
from yaodian.web.ledgers.asking import Asked, Tab
from yaodian.web.work.doable import AT_ONCE, doable
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.overview import ORDER, Lit, lit

BARS = 6
NEXT: Mapping[Phase, Words] = {
    Phase.OPENED: Words("交办", "assign"),
    Phase.ASSIGNED: Words("签收", "accept"),
    Phase.UNDER_WAY: Words("提请核验", "submit"),
    Phase.SUBMITTED: Words("核验", "verify"),
    Phase.VERIFIED: Words("销号", "close out"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A subject of a ledger: how many of at most six bars lie `behind` it, what is next, and which acts could be done now."""

    one: Lit
    number: str
    behind: int
    bars: int
    next: Words
    why: Words
    acts: Sequence[Act]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A page of a ledger: `counts` of all views, the `total` of what was asked for, its rows."""

    asked: Asked
    counts: Mapping[Tab, int]
    total: int
    rows: Sequence[Row]

    @property
    def first(self) -> int:
        return (self.asked.page - 1) * self.asked.rows + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def acts(self) -> list[Act]:
        """What could be done with at least one row."""
        found = {act for row in self.rows for act in row.acts}
        return [act for act in AT_ONCE if act in found]


def ledger_page(who: Standing, asked: Asked, at: datetime) -> LedgerPage:
    """The rows that are asked for, worst first, then by deadline and address. All rows of the scope are looked over once:
    their views are counted and their lights worked out from a few of their columns."""
    scope = [Place(*row) for row in visible(who, Item.objects.all()).filter(asked.scope).values_list(*Place.COLUMNS)]
    counts = {tab: sum(place.is_in(tab, who.on) for place in scope) for tab in Tab}
    chosen = [place for place in scope if place.is_in(asked.tab, who.on) and place.fits(asked)]
    subjects = [subject for subject, colour in in_order(chosen, who.on) if asked.light in ("", colour)]
    start = (asked.page - 1) * asked.rows
    shown = subjects[start : start + asked.rows]
    held = Item.objects.in_bulk(shown)
    rows = _rows(who, lit([held[subject] for subject in shown], who.on), at)
    return LedgerPage(asked, counts, len(subjects), rows)


def counts_by_owner(who: Standing) -> dict[str, Mapping[str, int]]:
    """Of each unit that owns subjects the account sees: not accepted, open, overdue, closed out; of its own and its cases."""
    is_open = ~Q(phase=Phase.CLOSED.value)
    found = visible(who, Item.objects.all()).order_by().values("owner").annotate(
        unaccepted=Count("pk", filter=Q(phase=Phase.ASSIGNED.value)), open=Count("pk", filter=is_open),
        overdue=Count("pk", filter=is_open & Q(due__lt=who.on)), closed=Count("pk", filter=~is_open),
    )  # fmt: skip
    return {row.pop("owner"): row for row in found}


@dataclass(frozen=True, slots=True)
class Place:
    """As much of a subject as its place in a ledger takes."""

    pk: str
    parent: str | None
    address: str
    kind: str
    is_case: bool
    phase: str
    due: date | None
    state: Mapping[str, Any]

    COLUMNS: ClassVar[Sequence[str]] = ("pk", "parent_id", "address", "kind", "is_case", "phase", "due", "state")

    def is_in(self, tab: Tab, on: date) -> bool:
        """Whether a view holds it on a day."""
        is_open = self.phase != Phase.CLOSED.value
        if tab is Tab.OVERDUE:
            return is_open and self.due is not None and self.due < on
        if tab is Tab.THIS_WEEK:
            return is_open and self.due is not None and on <= self.due <= on + timedelta(days=6 - on.weekday())
        if tab is Tab.CHECK:
            return self.phase == Phase.SUBMITTED.value or self._awaits_a_check
        return tab is Tab.ALL or is_open == (tab is Tab.OPEN)

    def fits(self, asked: Asked) -> bool:
        return asked.kind in ("", self.kind) and asked.phase in ("", self.phase)

    @property
    def _awaits_a_check(self) -> bool:
        """Whether another unit's check is the next step of a case."""
        if not self.is_case or self.phase != Phase.UNDER_WAY.value:
            return False
        reached = tuple(one["step"] for one in self.state["reached"])
        step = _line(self.kind, self.state["edition"], reached).next
        return step is not None and step.by is Actor.VERIFIER

    @property
    def dated(self) -> tuple[Any, ...]:
        """What its light by dates is worked out from."""
        return self.phase, self.due, self.state["opened_on"], self.state["is_suspended"]


def in_order(places: Sequence[Place], on: date) -> list[tuple[str, str]]:
    """(subject, light) of each, worst first, then by deadline and where it stands in the plan."""
    promised = _promised([place.pk for place in places if place.parent is None], on)
    thresholds, known = in_force(Thresholds, supervision().parameters, on), dict[tuple[Any, ...], Light]()
    placed = []
    for place in places:
        colour = "done"
        if place.phase != Phase.CLOSED.value:
            if place.dated not in known:
                known[place.dated] = work_light(_dated(*place.dated), thresholds, on, supervision().calendar)
            colour = worst(known[place.dated], promised.get(place.pk, ())).colour.value
        due = place.due or date.max
        placed.append((ORDER.get(colour, len(ORDER)), due, _in_the_plan(place.address), place.pk, colour))
    return [(subject, colour) for *_, subject, colour in sorted(placed)]


def _in_the_plan(address: str) -> tuple[int, ...]:
    """四/11.4 → (11, 4): where it stands among the measures."""
    return tuple(int(part) for part in address.rpartition("/")[2].split(".") if part.isdigit())


def _dated(phase: str, due: date | None, opened_on: str | None, is_suspended: bool) -> State:
    """As much of a state as its light by dates takes."""
    opened = date.fromisoformat(opened_on) if opened_on else None
    return State(
        "", "", date.min, False, phase=Phase(phase), due=due, opened_on=opened, is_suspended=bool(is_suspended)
    )


def _promised(subjects: Sequence[str], on: date) -> dict[str, list[Light]]:
    """The newest light of each promise."""
    if not subjects:
        return {}
    rows = PromiseLight.objects.filter(item__in=subjects, on__lte=on).order_by("on", "pk")
    newest = {(item, promise): colour for item, promise, colour in rows.values_list("item_id", "promise", "colour")}
    found: dict[str, list[Light]] = {}
    for (item, _), colour in newest.items():
        found.setdefault(item, []).append(Light(Colour(colour), Words("", "")))
    return found


def _rows(who: Standing, shown: Sequence[Lit], at: datetime) -> list[Row]:
    parts = Item.objects.filter(parent__in=[one.item.pk for one in shown if one.state.children], is_case=False)
    still_open = Counter(parts.exclude(phase=Phase.CLOSED.value).values_list("parent_id", flat=True))
    hands, settings = who.hands(), dict[tuple[str, int], Any]()
    rows = []
    for one in shown:
        key = one.state.owner, still_open[one.item.pk]
        if key not in settings:
            settings[key] = supervision().setting(who.on, *key)
        can = doable(hands, one.state, at, who.on, settings[key], AT_ONCE)
        rows.append(_row(one, tuple(can)))
    return rows


def _row(one: Lit, acts: tuple[Act, ...]) -> Row:
    state = one.state
    line = _line(state.kind, state.edition.isoformat(), tuple(reached.step for reached in state.reached))
    bars = min(max(line.length, 1), BARS)
    if state.phase is Phase.CLOSED:
        return Row(one, number_of(one.item), bars, bars, state.phase.words, one.brief, acts)
    behind = min(line.behind * bars // max(line.length, 1), bars - 1)
    return Row(one, number_of(one.item), behind, bars, _next(state, line.next), one.brief, acts)


def _next(state: State, step: Step | None) -> Words:
    """What is done next: the step that follows, or what leads from phase to phase."""
    if state.phase is Phase.UNDER_WAY and step is not None:
        return Words(step.label or step.name, step.name.replace("_", " "))
    return NEXT.get(state.phase, state.phase.words)


def number_of(item: Item) -> str:
    """7.5, and which case of it: 7.5-3."""
    short = item.address.rpartition("/")[2]
    if not item.is_case:
        return short or item.pk
    return f"{short}-{item.pk.rpartition('.c')[2] if '.c' in item.pk else item.pk[2:6]}"


@dataclass(frozen=True, slots=True)
class Line:
    """How far along the main line of a kind's steps a subject is."""

    behind: int
    length: int
    next: Step | None


@lru_cache(maxsize=2_000)
def _line(kind: str, edition: str, reached: tuple[str, ...]) -> Line:
    steps = supervision().kinds[kind].editions["steps"].get(date.fromisoformat(edition), ())
    ahead = ahead_of(steps, reached)
    return Line(len(reached), len(reached) + len(ahead), ahead[0] if ahead else None)
