"""个案对象: what the lists of persons say of one of them, for who works on their case: how to reach the child, no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yaodian.declare.column import Column
from yaodian.declare.identity import Identity
from yaodian.declare.programme import Programme
from yaodian.declare.register import Register
from yaodian.domain.finding import Words
from yaodian.warehouse.records import Ancestry, Request
from yaodian.warehouse.sql import keys
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.drilling import Reader as Looking
from yaodian.workspace.drilling import cell_of, labels_of, looked_up
from yaodian.workspace.linking import identities, records_showing
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing

OF_SERVICE = ("school_name", "grade_code", "class_no", "entered_on", "visited_on")
"""Columns of any register that say where and since when a child is taught."""
TO_REACH = ("town_code", "village", "phone")
"""Columns of any list that help to find the child, besides name, birth date, address and who answers for it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one list says of a person: (label, value) of each column that is shown and not empty; of these its name and
    that of who answers for it ("") and its day of birth (None) where the list or the purpose does not show it."""

    register: Words
    values: Sequence[tuple[str, str]]
    name: str = ""
    guardian: str = ""
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """A person by the key (hex) that linkage gave, and the place whose business its case is."""

    person: str
    place: str
    city: str


def told_of(folder: Path, whose: Whose, looking: Looking, ancestry: Ancestry) -> list[Said]:
    """What each list that may be read for the purpose says of a person; each read is audited before. Raises RowsDenied where
    the purpose shows nothing at the place."""
    return list(_told(existing(folder), whose, looking, ancestry))


def service_of(folder: Path, programme: str, whose: Whose, looking: Looking, ancestry: Ancestry) -> list[Said]:
    """What the records that show a person served by a programme on the day say of where and since when. Raises RowsDenied where
    the purpose shows nothing at the place."""
    assert looking.purpose is not None
    warehouse, catalogue, found = existing(folder), records_catalogue(), list[Said]()
    shown = records_showing(warehouse, catalogue.of(Programme)[programme], bytes.fromhex(whose.person), looking.on)
    for name, held in shown.items():
        register = catalogue.of(Register)[name]
        columns = [column for column in register.columns if column.name in OF_SERVICE]
        request = Request(
            register, [c.name for c in columns], looking.purpose, whose.city, looking.on, keys=held, place=whose.place
        )
        told = Words(register.label, register.english)
        rows = looked_up(warehouse, request, looking, ancestry).to_pylist()
        found += [Said(told, _values(columns, row, looking)) for row in rows]
    return found


def _told(warehouse: Warehouse, whose: Whose, looking: Looking, ancestry: Ancestry) -> Iterator[Said]:
    assert looking.purpose is not None
    for identity, register, held in _lists(warehouse, _records_of(warehouse, [whose.person]), looking):
        columns = _columns(identity, register)
        request = Request(
            register, [c.name for c in columns], looking.purpose, whose.city, looking.on, keys=held, place=whose.place
        )
        guardian = next((one for one in identity.guardians if isinstance(one, str)), "")
        for row in looked_up(warehouse, request, looking, ancestry).to_pylist():
            name, answering, born = (row.get(column) for column in (identity.name, guardian, identity.birth_on))
            told = Words(register.label, register.english)
            yield Said(told, _values(columns, row, looking), name or "", answering or "", born)


def named(
    folder: Path, place: str, city: str, persons: Sequence[str], looking: Looking, ancestry: Ancestry
) -> dict[str, tuple[str, date | None]]:
    """Name and day of birth of persons who are the business of a place, as the first list that may be read for the purpose
    says them; each read is audited before. Raises RowsDenied where the purpose shows nothing at the place."""
    assert looking.purpose is not None
    warehouse, found = existing(folder), dict[str, tuple[str, date | None]]()
    person_of = _records_of(warehouse, persons)
    for identity, register, records in _lists(warehouse, person_of, looking):
        held = [key for key in records if person_of[key] not in found]
        if not held:
            continue
        columns = (identity.name, identity.birth_on)
        request = Request(register, columns, looking.purpose, city, looking.on, keys=held, place=place)
        for row in looked_up(warehouse, request, looking, ancestry).to_pylist():
            if row.get(identity.name):
                found.setdefault(person_of[row["record_key"]], (row[identity.name], row.get(identity.birth_on)))
    return found


def _records_of(warehouse: Warehouse, persons: Sequence[str]) -> dict[bytes, str]:
    """The records of persons, each with whose it is."""
    if not persons:
        return {}
    rows = warehouse.engine.query(
        f"SELECT record_key, person_key FROM persons WHERE person_key IN ({keys(map(bytes.fromhex, persons))})",
        {"persons": warehouse.reader().persons()},
        {},
    ).to_pylist()
    return {row["record_key"]: row["person_key"].hex() for row in rows}


def _lists(
    warehouse: Warehouse, records: Collection[bytes], looking: Looking
) -> Iterator[tuple[type[Identity], type[Register], list[bytes]]]:
    """The lists that may be read for the purpose and hold some of the records, in their order, with these."""
    for identity in identities():
        register = records_catalogue().of(Register)[identity.id]
        if register.purposes and looking.purpose not in register.purposes:
            continue
        if held := _held(warehouse, register, records):
            yield identity, register, held


def _held(warehouse: Warehouse, register: type[Register], records: Collection[bytes]) -> list[bytes]:
    """Those of the records that stand in a register."""
    if not records or register.id not in warehouse.release().tables:
        return []
    held = {"held": warehouse.reader().rows(register)}
    rows = warehouse.engine.query(
        f"SELECT DISTINCT record_key FROM held WHERE record_key IN ({keys(records)})", held, {}
    )
    found: list[bytes] = rows["record_key"].to_pylist()
    return found


def _columns(identity: type[Identity], register: type[Register]) -> list[Column]:
    """The list's columns that are shown, in its order: never an ID number, nor the county, which the case tells."""
    guardians = [one for one in identity.guardians if isinstance(one, str)]
    wanted = {identity.name, identity.birth_on, identity.address, *guardians, *TO_REACH}
    return [column for column in register.columns if column.name in wanted]


def _values(columns: Sequence[Column], row: dict[str, Any], looking: Looking) -> list[tuple[str, str]]:
    shown = [column for column in columns if row.get(column.name) is not None]
    return [(c.label, cell_of(row[c.name], c, labels_of(c, records_catalogue(), looking.on))) for c in shown]
