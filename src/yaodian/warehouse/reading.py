"""读取: what one release shows: the rows of a register as of a civil day and as known at an instant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from yaodian.declare.column import Privacy
from yaodian.declare.register import STATE, Register
from yaodian.warehouse.relation import SYSTEM, Relation, known, rows_on, table_columns
from yaodian.warehouse.release import HeldTable, Release

PERSONS, ASKED, TOLD = "persons", "asked", "told"
PERSON_LINKS: Mapping[str, pa.DataType] = {
    "record_key": pa.binary(),
    "person_key": pa.binary(),
    "recorded_from": pa.timestamp("us", tz="UTC"),
    "recorded_to": pa.timestamp("us", tz="UTC"),
    "model": pa.string(),
    "evidence": pa.string(),
}
ASKED_PAIRS: Mapping[str, pa.DataType] = {
    "register_l": pa.string(),
    "record_l": pa.binary(),
    "register_r": pa.string(),
    "record_r": pa.binary(),
    "weight": pa.decimal128(18, 4),
    "levels": pa.string(),
}
TOLD_PAIRS: Mapping[str, pa.DataType] = {
    "record_l": pa.binary(),
    "record_r": pa.binary(),
    "same": pa.bool_(),
    "who": pa.string(),
    "told_at": pa.timestamp("us", tz="UTC"),
}


@dataclass(frozen=True)
class Reader:
    """One release, resolved once; it shows the same rows however many releases come after it."""

    folder: Path
    release: Release

    def rows(
        self,
        register: type[Register],
        *,
        valid_on: date | None = None,
        recorded_at: datetime | None = None,
        with_restricted: bool = False,
        with_days: bool = False,
    ) -> Relation:
        """The register as of a day (None: of every day) as known at an instant (None: by this release).

        A state shows the rows in force, a stock the last count up to the day, an event all that had happened, as
        evaluation counts them. Vault columns are never shown. P4 columns outside the vault are shown `with_restricted`
        only, which evaluation may say, and `read_records` for a person with a purpose. `with_days` shows `valid_from`
        and `valid_to` of events and stocks too: the day of each, however its register writes it.
        """
        held = self.release.tables.get(register.id, HeldTable())
        columns = table_columns(register)
        system = [n for n in SYSTEM if with_days or register.time is STATE or n not in ("valid_from", "valid_to")]
        shown = [*system, *_readable(register, with_restricted)]
        seen = known(columns, held.columns, recorded_at, held.closings > 0)
        return Relation(paths(self.folder, held), columns, rows_on(register, seen, shown, valid_on))

    def persons(self, *, recorded_at: datetime | None = None) -> Relation:
        """人员关联: which records are one person, as linkage knew at an instant (None: by this release)."""
        held = self.release.links.get(PERSONS, HeldTable())
        seen = known(PERSON_LINKS, held.columns, recorded_at, has_closings=False)
        return Relation(paths(self.folder, held), PERSON_LINKS, seen)

    def persons_ever(self) -> Relation:
        """The same with all that linkage knew before: a record stands once for each person it was ever linked to."""
        held = self.release.links.get(PERSONS, HeldTable())
        return Relation(paths(self.folder, held), PERSON_LINKS, "SELECT * FROM {files} AS r")

    def asked(self) -> Relation:
        """待辨认: pairs of records that linkage leaves to people: what each comparison says, joined by spaces."""
        held = self.release.links.get(ASKED, HeldTable())
        return Relation(paths(self.folder, held), ASKED_PAIRS, "SELECT * FROM {files} AS r")

    def told(self) -> Relation:
        """已辨认: pairs of records of which people said whether they are one person; linkage holds to it."""
        held = self.release.links.get(TOLD, HeldTable())
        return Relation(paths(self.folder, held), TOLD_PAIRS, "SELECT * FROM {files} AS r")


def paths(folder: Path, held: HeldTable) -> tuple[Path, ...]:
    return tuple(folder / file.path for file in held.files)


def _readable(register: type[Register], with_restricted: bool) -> list[str]:
    """Columns outside the vault; P3 and P4 ones only where restricted columns may be seen."""
    own = [c for c in register.columns if not c.vault]
    return [c.name for c in own if with_restricted or c.privacy < Privacy.P3]
