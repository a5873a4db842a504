"""减负查看: what a plan's items ask of units, month by month, and from what a number that nobody is asked for is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.domain.finding import Words
from yaodian.domain.period import Period
from yaodian.runtime.burden import Burden, burden
from yaodian.runtime.lifecycle import State
from yaodian.web.work.models import EntryRow, Item, PromiseLight
from yaodian.web.work.writing import current
from yaodian.workspace.indicators import registers_behind


@dataclass(frozen=True)
class Asking:
    """The subjects of all plans that promise a number, who opened each, and the earliest month that asks."""

    states: Sequence[State]
    asked_by: Mapping[str, str]

    def in_month(self, month: Period) -> Burden:
        return burden(self.states, self.asked_by, month.first, month.last)

    def months(self, on: date) -> list[Period]:
        """The months from the first opening to a day, the oldest first."""
        opened = [state.opened_on for state in self.states if state.opened_on]
        if not opened:
            return []
        month, last = Period(f"{min(opened):%Y-%m}"), Period(f"{on:%Y-%m}")
        found = [month]
        while found[-1] < last:
            found.append(found[-1].next)
        return found


def asking() -> Asking:
    """What the items of all plans ask; cases are about facts of persons and places and ask for no promised number."""
    items = Item.objects.filter(is_case=False, plan__isnull=False).exclude(state__promised={})
    states = [current(item) for item in items.only("subject", "state")]
    opened = EntryRow.objects.filter(number=1, item__in=[state.subject for state in states])
    return Asking(states, dict(opened.values_list("item_id", "unit")))


def answered_from() -> dict[str, Words]:
    """By promise, the registers that its number was last measured from, in words."""
    rows = PromiseLight.objects.exclude(indicator="").values_list("promise", "indicator").distinct()
    known = {promise: registers_behind(indicator) for promise, indicator in rows}
    return {promise: words for promise, words in known.items() if words.zh}
