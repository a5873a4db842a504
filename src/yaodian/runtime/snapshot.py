"""快照: a state as plain data and back, so that folding goes on from where it stood; and the canonical text of an entry."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from yaodian.domain.entry import Entry
from yaodian.runtime.lifecycle import NAMES, Attached, Phase, Reached, Reported, State

_DAYS = ("edition", "opened_on", "due", "first_due", "suspended_on")
_ROWS: Mapping[str, tuple[Callable[..., Any], str, Callable[[str], date]]] = {
    "reached": (Reached, "on", date.fromisoformat),
    "attached": (Attached, "at", datetime.fromisoformat),
    "reported": (Reported, "as_of", date.fromisoformat),
}


def data_of(state: State) -> dict[str, Any]:
    """The state as JSON can hold it; days and instants as ISO texts."""
    return {name: _plain(getattr(state, name)) for name in NAMES}


def state_of(data: Mapping[str, Any]) -> State:
    """The state that `data_of` wrote."""
    given: dict[str, Any] = {name: data[name] for name in NAMES if name in data}
    for name in _DAYS:
        given[name] = date.fromisoformat(given[name]) if given.get(name) else None
    for name, (form, day, read) in _ROWS.items():
        given[name] = tuple([form(**(row | {day: read(row[day])})) for row in given[name]])
    given |= {name: tuple(given.get(name, ())) for name in ("supports", "measured", "rates", "children")}
    last_at = datetime.fromisoformat(given["last_at"]) if given["last_at"] else None
    return State(**(given | {"phase": Phase(given["phase"]), "acted": frozenset(given["acted"]), "last_at": last_at}))


def canonical(entry: Entry) -> str:
    """The text of an entry that is sealed: the same entry always gives the same."""
    by = entry.by
    text = {
        "subject": entry.subject, "number": entry.number, "act": entry.act,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": {"unit": by.unit, "seat": by.seat, "account": by.account}, "data": entry.data, "schema": entry.schema,
    }  # fmt: skip
    return json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Reached | Attached | Reported):
        return {name: _plain(getattr(value, name)) for name in value.__slots__}
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return value.value if isinstance(value, StrEnum) else value
