"""卡住的事: what the office looks for first: what was not accepted, is overdue, was sent back and not yet done again, and where
a reported number lies far from the measured one. Cases are left to who does them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yaodian.domain.entry import Act
from yaodian.domain.observation import REPORTED
from yaodian.runtime.in_force import in_force
from yaodian.runtime.ledger import last_reported
from yaodian.runtime.lifecycle import Phase, Reported
from yaodian.runtime.lights import are_apart
from yaodian.runtime.thresholds import Thresholds
from yaodian.web.accounts.models import Account
from yaodian.web.installation import supervision
from yaodian.web.work.measuring import lights_by_item
from yaodian.web.work.models import EntryRow, Item, PromiseLight
from yaodian.web.work.reading import items_of
from yaodian.web.work.writing import current


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A promise of which a unit reported another number than the registers give, beyond what the parameter allows."""

    item: Item
    reported: Reported
    measured: PromiseLight


def open_items(account: Account, on: date) -> Any:
    """The open measures and parts that an account may see, by deadline; what is suspended waits rightly."""
    return items_of(account, on, is_open=True, is_case=False, is_suspended=False).with_plan()


def unaccepted(items: Any, on: date) -> Any:
    return items.filter(phase=Phase.ASSIGNED.value)


def overdue(items: Any, on: date) -> Any:
    return items.filter(due__lt=on)


def returned(items: Any, on: date) -> Any:
    """Sent back and not submitted again."""
    return items.filter(phase=Phase.UNDER_WAY.value, state__sent_back__gt=0)


def reasons_of_return(subjects: Iterable[str]) -> dict[str, str]:
    """Why each subject was last sent back."""
    rows = EntryRow.objects.filter(item__in=list(subjects), act=Act.SEND_BACK.value).order_by("number")
    return {row.item_id: str(row.data.get("reason", "")) for row in rows}


def disagreements(items: Any, on: date) -> list[Disagreement]:
    """Promises of these items; what was measured to be what was reported is no measurement of its own."""
    thresholds = in_force(Thresholds, supervision().parameters, on)
    told = list(items.exclude(state__reported=[]))
    lights = lights_by_item(told, on)
    found = []
    for item in told:
        for light in lights.get(item.subject, ()):
            reported = last_reported(current(item), light.promise)
            if reported is None or light.value is None or light.source == REPORTED.value:
                continue
            if are_apart(reported.value, light.value, thresholds):
                found.append(Disagreement(item, reported, light))
    return found
