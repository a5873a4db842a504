"""导入台账: how far each load has come, kept in the locker, so that what was interrupted is taken up again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from yaodian.warehouse.load.locker import Locker

DAYS_KEPT = 30


class State(StrEnum):
    UPLOADED = "uploaded"
    STAGED = "staged"
    CHECKED = "checked"
    COMMITTED = "committed"


@dataclass(frozen=True)
class Entry:
    """One load; `id` follows from the bytes, the register, the day and the scope, so the same upload is one entry.

    `begun_at` is when it was uploaded, `accept_valid` and `expected` on what terms; `is_kept_out` where its wrong rows
    kept it out whole: it then waits for nobody.
    """

    id: str
    register: str
    file: str
    on: date
    state: State = State.UPLOADED
    scope: Mapping[str, Sequence[str]] = field(default_factory=dict)
    content: str = ""
    begun_at: datetime | None = None
    committed_at: datetime | None = None
    accept_valid: bool = False
    expected: bool = False
    is_kept_out: bool = False

    @property
    def is_interrupted(self) -> bool:
        """Whether it stopped on the way and can be taken up again."""
        return self.state is not State.COMMITTED and not self.is_kept_out

    @property
    def upload(self) -> str:
        return f"{self.id}.upload"

    @property
    def quarantine(self) -> str:
        return f"{self.id}.quarantine"

    @property
    def faults(self) -> str:
        return f"{self.id}.faults"


class Journal:
    def __init__(self, locker: Locker) -> None:
        self._locker = locker

    def write(self, entry: Entry) -> Entry:
        text = json.dumps(asdict(entry), default=str, ensure_ascii=False)
        self._locker.put(f"{entry.id}.load", [text.encode()])
        return entry

    def moved(self, entry: Entry, state: State, **changes: object) -> Entry:
        return self.write(replace(entry, state=state, **changes))  # type: ignore[arg-type]

    def read(self, name: str) -> Entry | None:
        return self._held(name) if f"{name}.load" in set(self._locker.names()) else None

    def says_last(self, before: Entry) -> bool:
        """Whether no other load of its register, day and scope was committed after this one."""
        return not any(
            entry.committed_at and before.committed_at and entry.committed_at > before.committed_at
            for entry in self.entries()
            if (entry.register, entry.on) == (before.register, before.on)
            and entry.id != before.id
            and _overlap(entry.scope, before.scope)
        )

    def _held(self, name: str) -> Entry:
        held = json.loads(b"".join(self._locker.get(f"{name}.load")))
        for name in ("begun_at", "committed_at"):
            held[name] = datetime.fromisoformat(held[name]) if held.get(name) else None
        return Entry(**held | {"on": date.fromisoformat(held["on"]), "state": State(held["state"])})

    def entries(self) -> Iterator[Entry]:
        for name in list(self._locker.names()):
            if name.endswith(".load"):
                yield self._held(name.removesuffix(".load"))

    def tidy(self, now: datetime, days: int = DAYS_KEPT) -> int:
        """Delete what is kept of loads committed, or else begun, that many days ago; gives how many were cleared."""
        cleared = 0
        for entry in self.entries():
            last = entry.committed_at or entry.begun_at
            if last and now - last >= timedelta(days=days):
                for name in (entry.upload, entry.quarantine, entry.faults, f"{entry.id}.load"):
                    self._locker.delete(name)
                cleared += 1
        return cleared


def _overlap(one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]) -> bool:
    """Whether two scopes may hold the same rows: they share a value of each column that both bound."""
    return all(set(one[column]) & set(other[column]) for column in set(one) & set(other))
