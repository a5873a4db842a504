"""台账查看: the rows of a unit's ledger as an account may see them, worst first, a page at a time, each with what may be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from yaodian.declare.kind import Step
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.lifecycle import Phase, State
from yaodian.web.accounts.policy import Standing, visible
from yaodian.web.installation import supervision
from yaodian.web.ledgers.asking import Asked, Tab
from yaodian.web.ledgers.placing import Placing, line
from yaodian.web.plans.structure import short
from yaodian.web.work.doable import AT_ONCE, doable
from yaodian.web.work.models import Item
from yaodian.web.work.overview import Lit, lit

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


@dataclass(frozen=True)
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

    @cached_property
    def acts(self) -> list[Act]:
        """What could be done with at least one row."""
        found = {act for row in self.rows for act in row.acts}
        return [act for act in AT_ONCE if act in found]


def ledger_page(who: Standing, asked: Asked, at: datetime) -> LedgerPage:
    """The rows that are asked for, worst first, then by deadline and where they stand in the plan. Only their states are
    read; views are counted and rows placed by columns."""
    placed = Placing(visible(who, Item.objects.all()).filter(asked.scope), asked, who.on)
    shown = lit(placed.page(), who.on, placed.promises)
    return LedgerPage(asked, placed.counts, placed.places.total(), _rows(who, shown, at))


def counts_by_owner(who: Standing) -> dict[str, Mapping[str, int]]:
    """Of each unit that owns subjects the account sees: not accepted, open, overdue, closed out; of its own and its cases."""
    is_open = ~Q(phase=Phase.CLOSED.value)
    found = visible(who, Item.objects.all()).order_by().values("owner").annotate(
        unaccepted=Count("pk", filter=Q(phase=Phase.ASSIGNED.value)), open=Count("pk", filter=is_open),
        overdue=Count("pk", filter=is_open & Q(due__lt=who.on)), closed=Count("pk", filter=~is_open),
    )  # fmt: skip
    return {row.pop("owner"): row for row in found}


def _rows(who: Standing, shown: Sequence[Lit], at: datetime) -> list[Row]:
    still_open = Item.open_parts(one.item.pk for one in shown if one.state.children)
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
    along = line(state.kind, state.edition, tuple(reached.step for reached in state.reached))
    bars = min(max(along.length, 1), BARS)
    if state.phase is Phase.CLOSED:
        return Row(one, number_of(one.item), bars, bars, state.phase.words, one.brief, acts)
    is_done_by_its_owner = state.phase in (Phase.SUBMITTED, Phase.VERIFIED)
    behind = bars - 1 if is_done_by_its_owner else min(along.behind * bars // max(along.length, 1), bars - 1)
    return Row(one, number_of(one.item), behind, bars, _next(state, along.next), one.brief, acts)


def _next(state: State, step: Step | None) -> Words:
    """What is done next: the step that follows, or what leads from phase to phase."""
    if state.phase is Phase.UNDER_WAY and step is not None:
        return step.words
    return NEXT.get(state.phase, state.phase.words)


def number_of(item: Item) -> str:
    """7.5, and which case of which part of it: 7.5-2-3; of a case opened by itself the first of its id."""
    number = short(item.address)
    if not item.is_case:
        return number or item.pk
    below = item.pk.partition(".")[2].replace(".c", "-").removeprefix("c")
    return f"{number}-{below}" if below else item.pk[:6]
