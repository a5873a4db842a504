"""数仓 Warehouse: the folder that holds the bureau's records: opened, read as of any day, written by releases."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse import commit, upkeep
from yaodian.warehouse.batch import Batch, Counts
from yaodian.warehouse.durable import refusing_what_fails, sha256_of
from yaodian.warehouse.engine import TEMPORARY, Engine, engine_of
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.lock import writer
from yaodian.warehouse.reading import PERSON_LINKS, PERSONS, Reader
from yaodian.warehouse.release import (
    CURRENT,
    KEEP_SECONDS,
    RELEASES,
    HeldTable,
    Release,
    current,
    make_current,
    recorded,
)
from yaodian.warehouse.tables import LINKS, TABLES, create_empty
from yaodian.warehouse.vault import VAULT, Vault


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a commit came to: the release that holds it, what each register gained, and whether anything changed."""

    release: Release
    counts: Mapping[str, Counts]
    is_new: bool


@dataclass(frozen=True)
class Warehouse:
    """One bureau's warehouse. Keep it only as long as its folder: it holds no open file and no release."""

    folder: Path
    keys: Keys

    @classmethod
    def create(cls, folder: Path, keys: Keys) -> Warehouse:
        """An empty warehouse in an empty or new folder."""
        folder = folder.resolve()
        if (folder / CURRENT).exists():
            raise Refusal(Words(f"{folder} 已经是数仓", f"{folder} is a warehouse already"))
        with refusing_what_fails(str(folder)):
            for part in (TABLES, LINKS, RELEASES, VAULT, TEMPORARY):
                (folder / part).mkdir(parents=True, exist_ok=True, mode=0o700)
            create_empty(folder, f"{LINKS}/{PERSONS}", pa.schema(list(PERSON_LINKS.items())))
            links = {PERSONS: HeldTable(version=0, columns={name: str(kind) for name, kind in PERSON_LINKS.items()})}
            first = Release("r0-" + os.urandom(4).hex(), 0, "", datetime.now(UTC), links=links)
            make_current(folder, first)
        return cls(folder, keys)

    @classmethod
    def open(cls, folder: Path, keys: Keys) -> Warehouse:
        """The warehouse in a folder; refused with a sentence where there is none or it is damaged."""
        current(folder.resolve())
        return cls(folder.resolve(), keys)

    @property
    def vault(self) -> Vault:
        return Vault(self.folder, self.keys)

    @property
    def engine(self) -> Engine:
        return engine_of(self.folder)

    def release(self) -> Release:
        """The current release; resolve it once per request."""
        return current(self.folder)

    def release_called(self, name: str) -> Release:
        """A release by its id, for what cites it."""
        return recorded(self.folder, name)

    def reader(self) -> Reader:
        """What reads the current release, however many come after it."""
        return Reader(self.folder, self.release())

    def commit(
        self,
        batches: Sequence[Batch],
        *,
        who: str = "import",
        expected: bool = False,
        ending_share: float = commit.ENDING_SHARE,
        catalogue: str = "",
        bureau: str = "",
        now: datetime | None = None,
        wait: float = 0,
        progress: Callable[[str], None] = lambda _: None,
    ) -> Outcome:
        """Take in batches, all or none, and make the release that holds them current.

        What changes nothing makes no release. `ending_share` is how much of its scope a snapshot may end unless it is
        `expected`. `progress` hears each phase. Raises BatchRefused, WarehouseBusy, WriteFailed.
        """
        with writer(self.folder, who, wait):
            done = commit.take_in(
                self.folder,
                self.keys,
                batches,
                commit.Terms(None if expected else ending_share, catalogue, bureau, now, progress),
            )
        return Outcome(*done)

    def preview(self, batch: Batch, on_release: Release | None = None) -> Counts:
        """What a batch would change, nothing written."""
        return commit.preview(self.folder, self.keys, batch, on_release or self.release())

    def verify(self) -> list[str]:
        """The files of the current release whose content is not what was written; none where all is well."""
        return [f.path for f in self.release().files if sha256_of(self.folder / f.path) != f.sha256]

    def sweep(self, *, keep: float = KEEP_SECONDS, who: str = "sweep") -> int:
        """Remove what no release of the last `keep` seconds names; gives the number of files removed."""
        with writer(self.folder, who):
            return upkeep.sweep(self.folder, keep)

    def tidy(
        self, *, keep: float = KEEP_SECONDS, who: str = "tidy", progress: Callable[[float], None] = lambda _: None
    ) -> Release:
        """Fold small files and closings together in a release that says the same, then sweep. `progress` hears which share
        (0–1) is folded. Raises WarehouseBusy, WriteFailed; the release then stands as it was."""
        with writer(self.folder, who):
            return upkeep.tidy(self.folder, self.keys, keep, progress)

    def rotate(self, keys: Keys, *, who: str = "rotate") -> Warehouse:
        """Encrypt the vault anew with the current data key of `keys` (`self.keys.rotated()`); the old files are gone."""
        with writer(self.folder, who):
            upkeep.rotate(self.folder, self.keys, keys)
        return Warehouse(self.folder, keys)
