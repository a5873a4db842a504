"""查看: what an account sees of work items and cases; every reading goes through the policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yaodian.declare.column import Column, Privacy
from yaodian.declare.kind import Step
from yaodian.domain.entry import Entry
from yaodian.runtime.command import steps_of
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.lights import Light
from yaodian.runtime.steps import may_take, next_steps
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, Standing, hidden_fields, must, standing, visible
from yaodian.web.installation import supervision
from yaodian.web.work.measuring import light_of, promise_lights
from yaodian.web.work.models import Item, PromiseLight
from yaodian.web.work.writing import current


@dataclass(frozen=True, slots=True)
class Seen:
    """A subject as an account sees it: its state, its light and what its promises were last measured to be, its entries in
    their order, whom a case is about ("" where that is kept back), and the steps that each unit it acts for may take."""

    item: Item
    state: State
    light: Light
    promises: Sequence[PromiseLight]
    entries: Sequence[Entry]
    person: str
    steps: Sequence[tuple[str, Step]]


def items_of(account: Account, on: date, *, unit: str | None = None, is_open: bool | None = None, **chosen: Any) -> Any:
    """The subjects that the account may see, by deadline and address: of an owner, open or closed, or by other columns."""
    items = visible(standing(account, on), Item.objects.all()).filter(**chosen)
    if unit is not None:
        items = items.filter(owner=unit)
    if is_open is not None:
        closed = items.filter(phase=Phase.CLOSED.value)
        items = items.exclude(phase=Phase.CLOSED.value) if is_open else closed
    return items.order_by("due", "address", "subject")


def seen(account: Account, subject: str, on: date) -> Seen:
    """One subject; NotAllowed where the account may not see it, or there is none."""
    who = standing(account, on)
    item = Item.objects.with_plan().filter(pk=subject).first()
    must(who, Doing.SEE, item)
    assert item is not None
    state = current(item)
    entries = [without_person(row.entry, who, item) for row in item.entries.order_by("number")]
    person = "" if "person" in hidden_fields(who, item.purpose) else item.person
    promises = promise_lights(item, on)
    return Seen(item, state, light_of(state, promises, on), promises, entries, person, _steps(who, state, on))


def without_person(entry: Entry, who: Standing, item: Item) -> Entry:
    """The entry without what it says of the person where that is kept back: who it is, and what of a step may harm one."""
    hidden = hidden_fields(who, item.purpose)
    if not hidden:
        return entry
    data = {name: value for name, value in entry.data.items() if name not in hidden}
    if "details" in data:
        private = {one.name for one in asked_of_step(item.kind, data["step"]) if one.privacy > Privacy.P2}
        data["details"] = {name: value for name, value in data["details"].items() if name not in private}
    return replace(entry, data=data)


def asked_of_step(kind: str, step: str) -> list[Column]:
    """What a step of this name asks, in any edition of the kind."""
    declared = supervision().kinds.get(kind)
    editions = declared.editions["steps"].values() if declared else ()
    return [column for steps in editions for one in steps if one.name == step for column in one.asks]


def _steps(who: Standing, state: State, on: date) -> list[tuple[str, Step]]:
    """(unit, step) of what may be done next."""
    if state.phase is not Phase.UNDER_WAY:
        return []
    led = next_steps(steps_of(state, supervision().setting(on, state.owner)), state.step)
    return [(hand.unit, step) for hand in who.hands() for step in led if may_take(step, state, hand)]
