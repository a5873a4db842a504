"""写入: entries put into the database with what follows from them, in the transaction of their act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from yaodian.domain.entry import Entry
from yaodian.runtime.lifecycle import State, fold
from yaodian.runtime.snapshot import canonical, data_of, state_of
from yaodian.web.audit.recording import Told, record_all
from yaodian.web.work.alike import Alike
from yaodian.web.work.models import Concern, EntryRow, Item


@dataclass(frozen=True, slots=True)
class Opening:
    """What an item has besides its entries: the edition of its plan and its address there, and of a case whom it is about
    and for what purpose that may be shown; `concerns` are units that have to do with it from the start."""

    plan: Any = None
    address: str = ""
    person: str = ""
    purpose: str = ""
    concerns: Sequence[str] = ()


def opened(entries: Sequence[Entry], opening: Opening) -> list[Item]:
    """New subjects by their opening entries."""
    states = [fold([entry]) for entry in entries]
    items = new_items(states, opening)
    Item.objects.bulk_create(items, batch_size=500)
    concern([(state.subject, {*units_of(state), *opening.concerns}) for state in states])
    keep(entries)
    return items


def new_items(states: Sequence[State], opening: Opening) -> list[Item]:
    """The rows of subjects that are not there yet."""
    return [
        Item(
            subject=state.subject, plan=opening.plan, address=opening.address, parent_id=state.item or None,
            is_case=state.is_case, person=opening.person, purpose=opening.purpose, **columns_of(state),
        )
        for state in states
    ]  # fmt: skip


def went_on(item: Item, state: State, entry: Entry) -> State:
    """One more entry of a subject that is there."""
    after = fold([entry], state)
    for name, value in columns_of(after).items():
        setattr(item, name, value)
    item.save(update_fields=list(columns_of(after)))
    if new := units_of(after) - units_of(state):
        concern([(item.subject, new)])
    keep([entry])
    return after


def concern(pairs: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Say which units have to do with which subjects; said twice is said once."""
    rows = [Concern(item_id=subject, unit=unit) for subject, units in pairs for unit in sorted(set(units)) if unit]
    Concern.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def current(item: Item) -> State:
    """The state that the subject's entries fold to, as it was kept with the last of them."""
    return state_of(item.state)


def columns_of(state: State) -> dict[str, Any]:
    """What the row of a subject repeats of its state."""
    return {
        "kind": state.kind,
        "title": state.title,
        "owner": state.owner,
        "due": state.due,
        "phase": state.phase.value,
        "opened_on": state.opened_on,
        "is_suspended": state.is_suspended,
        "last_at": state.last_at,
        "alike": Alike.of(state).text,
        "state": data_of(state),
        "version": state.number,
    }


def units_of(state: State) -> set[str]:
    return {state.owner, *state.supports, *state.acted} - {""}


def keep(entries: Sequence[Entry]) -> None:
    """Put entries into the database, each with its row of the audit."""
    audited = record_all([_told(entry) for entry in entries])
    rows = [EntryRow.of(entry, row) for entry, row in zip(entries, audited, strict=True)]
    EntryRow.objects.bulk_create(rows, batch_size=500)


def _told(entry: Entry) -> Told:
    actor, subject = entry.by.account or entry.by.seat.value, f"{entry.subject}/{entry.number}"
    return Told(actor, entry.at, f"entry:{entry.act.value}", subject, data={"entry": seal_of(entry)})


def seal_of(entry: Entry) -> str:
    """The digest by which the audit knows an entry again."""
    return sha256(canonical(entry).encode()).hexdigest()
