"""台账查看: the rows of a unit's ledger as an account may see them, worst first, a page at a time, each with what may be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

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
from yaodian.web.work.measuring import lights_by_item
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
    """The rows that are asked for, worst first, then by deadline and where they stand in the plan. All rows of the scope
    are read once: their views are counted and their lights by dates worked out from a few columns."""
    scope = list(visible(who, Item.objects.all()).filter(asked.scope))
    counts = {tab: sum(is_in(tab, item, who.on) for item in scope) for tab in Tab}
    chosen = [item for item in scope if is_in(asked.tab, item, who.on) and _fits(item, asked)]
    promises = lights_by_item([item for item in chosen if item.parent_id is None], who.on)
    ordered = [item for item, colour in in_order(chosen, promises, who.on) if asked.light in ("", colour)]
    start = (asked.page - 1) * asked.rows
    shown = lit(ordered[start : start + asked.rows], who.on, promises)
    return LedgerPage(asked, counts, len(ordered), _rows(who, shown, at))


def counts_by_owner(who: Standing) -> dict[str, Mapping[str, int]]:
    """Of each unit that owns subjects the account sees: not accepted, open, overdue, closed out; of its own and its cases."""
    is_open = ~Q(phase=Phase.CLOSED.value)
    found = visible(who, Item.objects.all()).order_by().values("owner").annotate(
        unaccepted=Count("pk", filter=Q(phase=Phase.ASSIGNED.value)), open=Count("pk", filter=is_open),
        overdue=Count("pk", filter=is_open & Q(due__lt=who.on)), closed=Count("pk", filter=~is_open),
    )  # fmt: skip
    return {row.pop("owner"): row for row in found}


def is_in(tab: Tab, item: Item, on: date) -> bool:
    """Whether a view holds it on a day."""
    is_open = item.phase != Phase.CLOSED.value
    if tab is Tab.OVERDUE:
        return is_open and item.due is not None and item.due < on
    if tab is Tab.THIS_WEEK:
        return is_open and item.due is not None and on <= item.due <= on + timedelta(days=6 - on.weekday())
    if tab is Tab.CHECK:
        return item.phase == Phase.SUBMITTED.value or _awaits_a_check(item)
    return tab is Tab.ALL or is_open == (tab is Tab.OPEN)


def _awaits_a_check(item: Item) -> bool:
    """Whether another unit's check is the next step of a case."""
    if not item.is_case or item.phase != Phase.UNDER_WAY.value:
        return False
    step = _line(item.kind, item.state["edition"], tuple(one["step"] for one in item.state["reached"])).next
    return step is not None and step.by is Actor.VERIFIER


def _fits(item: Item, asked: Asked) -> bool:
    return asked.kind in ("", item.kind) and asked.phase in ("", item.phase)


def in_order(items: Sequence[Item], promises: Mapping[str, Sequence[PromiseLight]], on: date) -> list[tuple[Item, str]]:
    """Each with its light, worst first, then by deadline and where it stands in the plan."""
    thresholds, known = in_force(Thresholds, supervision().parameters, on), dict[tuple[Any, ...], Light]()
    placed = []
    for item in items:
        colour = "done"
        if item.phase != Phase.CLOSED.value:
            dates = item.phase, item.due, item.state["opened_on"], item.state["is_suspended"]
            if dates not in known:
                known[dates] = work_light(_dated(*dates), thresholds, on, supervision().calendar)
            own = [Light(Colour(one.colour), Words(one.zh, one.en)) for one in promises.get(item.pk, ())]
            colour = (worst(known[dates], own) if own else known[dates]).colour.value
        place = ORDER.get(colour, len(ORDER)), item.due or date.max, _in_the_plan(item.address), item.pk
        placed.append((place, item, colour))
    return [(item, colour) for _, item, colour in sorted(placed, key=lambda one: one[0])]


def _in_the_plan(address: str) -> tuple[int, ...]:
    """四/11.4 → (11, 4): where it stands among the measures."""
    return tuple(int(part) for part in address.rpartition("/")[2].split(".") if part.isdigit())


def _dated(phase: str, due: date | None, opened_on: str | None, is_suspended: bool) -> State:
    """As much of a state as its light by dates takes."""
    opened = date.fromisoformat(opened_on) if opened_on else None
    return State(
        "", "", date.min, False, phase=Phase(phase), due=due, opened_on=opened, is_suspended=bool(is_suspended)
    )


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
    is_done_by_its_owner = state.phase in (Phase.SUBMITTED, Phase.VERIFIED)
    behind = bars - 1 if is_done_by_its_owner else min(line.behind * bars // max(line.length, 1), bars - 1)
    return Row(one, number_of(one.item), behind, bars, _next(state, line.next), one.brief, acts)


def _next(state: State, step: Step | None) -> Words:
    """What is done next: the step that follows, or what leads from phase to phase."""
    if state.phase is Phase.UNDER_WAY and step is not None:
        return Words(step.label or step.name, step.name.replace("_", " "))
    return NEXT.get(state.phase, state.phase.words)


def number_of(item: Item) -> str:
    """7.5, and which case of which part of it: 7.5-2-3; of a case opened by itself the first of its id."""
    short = item.address.rpartition("/")[2]
    if not item.is_case:
        return short or item.pk
    below = item.pk.partition(".")[2].replace(".c", "-").removeprefix("c")
    return f"{short}-{below}" if below else item.pk[:6]


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
