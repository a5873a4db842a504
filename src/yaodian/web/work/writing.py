"""写入: entries put into the database with what follows from them, in the transaction of their act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from yaodian.domain.entry import Entry
from yaodian.runtime.lifecycle import State, fold
from yaodian.runtime.snapshot import canonical, data_of, state_of
from yaodian.web.audit.recording import record_all
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


def opened(entries: Sequence[Entry], opening: Opening, at: datetime) -> list[Item]:
    """New subjects by their opening entries."""
    states = [fold([entry]) for entry in entries]
    items = [
        Item(
            subject=state.subject, plan=opening.plan, address=opening.address, parent_id=state.item or None,
            is_case=state.is_case, person=opening.person, purpose=opening.purpose, **_columns(state),
        )
        for state in states
    ]  # fmt: skip
    Item.objects.bulk_create(items, batch_size=500)
    concern([(state.subject, {*_units_of(state), *opening.concerns}) for state in states])
    _keep(entries, at)
    return items


def went_on(item: Item, state: State, entry: Entry, at: datetime) -> State:
    """One more entry of a subject that is there."""
    after = fold([entry], state)
    for name, value in _columns(after).items():
        setattr(item, name, value)
    item.save(update_fields=list(_columns(after)))
    if new := _units_of(after) - _units_of(state):
        concern([(item.subject, new)])
    _keep([entry], at)
    return after


def concern(pairs: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Say which units have to do with which subjects; said twice is said once."""
    rows = [Concern(item_id=subject, unit=unit) for subject, units in pairs for unit in sorted(set(units)) if unit]
    Concern.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def current(item: Item) -> State:
    """The state that the subject's entries fold to, as it was kept with the last of them."""
    return state_of(item.state)


def _columns(state: State) -> dict[str, Any]:
    return {
        "kind": state.kind,
        "title": state.title,
        "owner": state.owner,
        "due": state.due,
        "phase": state.phase.value,
        "state": data_of(state),
        "version": state.number,
    }


def _units_of(state: State) -> set[str]:
    return {state.owner, *state.supports, *state.acted} - {""}


def _keep(entries: Sequence[Entry], at: datetime) -> None:
    """Put entries of one hand into the database, each with its row of the audit."""
    by = entries[0].by
    acts = [(f"entry:{e.act.value}", f"{e.subject}/{e.number}", "", {"entry": seal_of(e)}) for e in entries]
    audited = record_all(by.account or by.seat.value, at, acts)
    rows = [EntryRow.of(entry, row) for entry, row in zip(entries, audited, strict=True)]
    EntryRow.objects.bulk_create(rows, batch_size=500)


def seal_of(entry: Entry) -> str:
    """The digest by which the audit knows an entry again."""
    return sha256(canonical(entry).encode()).hexdigest()
