"""在库登记: what of each register is loaded, how old it is, whether the next file is late, and what was kept back of it and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from yaodian.declare.register import Register
from yaodian.domain.period import Period
from yaodian.warehouse.load.checked import Checked
from yaodian.warehouse.load.faults import Root
from yaodian.warehouse.load.quarantine import kept_back
from yaodian.warehouse.load.roots import roots
from yaodian.warehouse.release import Committed, current, recorded
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing, locker_of


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was taken in, and the release that first held it."""

    batch: Committed
    release: str
    on: date


@dataclass(frozen=True, slots=True)
class HeldRegister:
    """A register in a warehouse: rows ever taken in, and its files, the newest first."""

    register: type[Register]
    rows: int
    arrived: Sequence[Arrived]

    @property
    def data_on(self) -> date | None:
        """The last day that any of its files speaks of."""
        return max((one.batch.on for one in self.arrived), default=None)

    def days_late(self, today: date) -> int:
        """How many days ago a whole period of its rhythm ended without a file that speaks of it; 0 where none did."""
        if self.register.every is None or self.data_on is None:
            return 0
        missed = Period.of(self.register.every, self.data_on).next
        return max(0, (today - missed.last).days)


@dataclass(frozen=True)
class KeptBack:
    """What was kept back of one file: the day that it speaks of, how many rows."""

    file: str
    on: date
    checked: Checked

    @property
    def rows(self) -> int:
        return int(self.checked.staged.num_rows)

    @cached_property
    def roots(self) -> Sequence[Root]:
        """The causes, the most rows first, with masked examples."""
        return roots(self.checked)


def held_registers(folder: Path) -> tuple[str, Mapping[str, HeldRegister]]:
    """The current release, and by id every declared register with what of it is held."""
    release = current(folder)
    arrived = _arrived(folder, release.id)
    return release.id, {
        id: HeldRegister(register, release.tables[id].next_row if id in release.tables else 0, arrived.get(id, ()))
        for id, register in records_catalogue().of(Register).items()  # noqa: A001
    }


def _arrived(folder: Path, newest: str) -> Mapping[str, Sequence[Arrived]]:
    """By register, the files that the releases up to one took in, the newest first."""
    found: dict[str, list[Arrived]] = {}
    while newest:
        arrived, newest = _of_release(folder, newest)
        for one in arrived:
            found.setdefault(one.batch.register, []).append(one)
    return found


@lru_cache(maxsize=10_000)
def _of_release(folder: Path, name: str) -> tuple[Sequence[Arrived], str]:
    """What a release took in, and the one before it: neither ever changes."""
    release = recorded(folder, name)
    on = release.recorded_at.date()
    return [Arrived(batch, name, on) for batch in release.batches], release.before


def kept_back_by_register(folder: Path) -> Mapping[str, Sequence[KeptBack]]:
    """What is kept back of the loads of the last weeks, by register, the newest first."""
    return _kept_back(folder, current(folder).id)


@lru_cache(maxsize=2)
def _kept_back(folder: Path, release: str) -> Mapping[str, Sequence[KeptBack]]:
    found: dict[str, list[KeptBack]] = {}
    registers = records_catalogue().of(Register).values()
    for entry, checked in kept_back(locker_of(existing(folder)), *registers):
        found.setdefault(entry.register, []).append(KeptBack(entry.file, entry.on, checked))
    return {id: sorted(rows, key=lambda one: one.on, reverse=True) for id, rows in found.items()}  # noqa: A001
