"""草案: the release in the making that a commit, a tidying, a rotation or an erasure fills and finishes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from yaodian.warehouse.keys import Keys
from yaodian.warehouse.release import Committed, HeldFile, HeldTable, Release, make_current


@dataclass
class Draft:
    """A release in the making."""

    folder: Path
    keys: Keys
    before: Release
    id: str
    recorded_at: datetime
    tables: dict[str, HeldTable]
    links: dict[str, HeldTable]
    vault: dict[str, Sequence[HeldFile]]
    is_vault_changed: bool = False
    committed: list[Committed] = field(default_factory=list)

    @classmethod
    def after(cls, folder: Path, keys: Keys, before: Release, now: datetime | None = None) -> Draft:
        """The draft of the next release. Its instant comes after the one before, whatever the clock says."""
        at = max((now or datetime.now(UTC)).astimezone(UTC), before.recorded_at + timedelta(microseconds=1))
        name = f"r{before.number + 1}-{os.urandom(4).hex()}"
        return cls(folder, keys, before, name, at, dict(before.tables), dict(before.links), dict(before.vault))

    def hold_private(self, register: str, *files: HeldFile) -> None:
        """These files are now the register's part of the vault."""
        self.vault[register] = files
        self.is_vault_changed = True

    @property
    def is_changed(self) -> bool:
        return self.is_vault_changed or self.tables != self.before.tables or self.links != self.before.links

    def finish(self, catalogue: str = "", bureau: str = "") -> Release:
        """Make it current."""
        release = replace(
            self.before,
            id=self.id,
            number=self.before.number + 1,
            before=self.before.id,
            recorded_at=self.recorded_at,
            tables=self.tables,
            links=self.links,
            vault=self.vault,
            vault_version=self.before.vault_version + self.is_vault_changed,
            catalogue=catalogue or self.before.catalogue,
            bureau=bureau or self.before.bureau,
            batches=tuple(self.committed),
        )
        make_current(self.folder, release)
        return release
