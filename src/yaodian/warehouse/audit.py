"""审计: who read personal data, for what, before the first row left; an append-only file until the database keeps it."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from yaodian.warehouse.durable import refusing_what_fails, sync


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """留痕: one act on personal data. It names places and columns, never a person or a value; `rows` is how many records
    it shows, where that is known before."""

    at: datetime
    actor: str
    action: str
    purpose: str
    register: str
    places: Sequence[str]
    columns: Sequence[str]
    release: str
    is_allowed: bool
    reason: str = ""
    rows: int | None = None

    def canonical(self) -> bytes:
        """The bytes that are kept and later sealed: the same entry always gives the same."""
        text = asdict(self) | {"at": self.at.astimezone(UTC).isoformat(timespec="microseconds")}
        return json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class Audit(Protocol):
    """Keeps entries; an entry is durable when `record` returns, else `record` raises and the act does not happen."""

    def record(self, entry: AuditEntry) -> None: ...


class FileAudit:
    """One JSON line per entry in a file that is only ever added to."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def record(self, entry: AuditEntry) -> None:
        with refusing_what_fails(str(self.file)):
            is_new = not self.file.exists()
            handle = os.open(self.file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                torn = _is_torn(handle)
                line = (b"\n" if torn else b"") + entry.canonical() + b"\n"
                if os.write(handle, line) != len(line):
                    raise OSError("the entry was not written whole")
                os.fsync(handle)
            finally:
                os.close(handle)
            if is_new:
                sync(self.file.parent)


def _is_torn(handle: int) -> bool:
    """Whether the last line was cut short by a crash: the next entry then starts on its own line."""
    size = os.fstat(handle).st_size
    return size > 0 and os.pread(handle, 1, size - 1) != b"\n"
