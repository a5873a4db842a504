"""本人档案: what registers hold of one member of staff, for that person to see: file, training, moves; nothing to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yaodian.declare.column import Column
from yaodian.declare.register import Register
from yaodian.domain.access import Actor, Grant, Purpose, Scope
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.own import OwnRecord, key_known_by, most_named
from yaodian.warehouse.records import Request, read_records
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.drilling import Reader as Looking
from yaodian.workspace.drilling import cell_of, labels_of
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing

STAFF, KNOWN_BY = "teachers", "staff_no"
NAMES = {"schools": ("school_code", "school_name"), "trainings": ("training_no", "training_name")}
"""What a code that names a row of another register is shown as: the column of the code and that of the name."""
REACH = 3  # name and telephone number; numbers of identity and certificate stay in the vault even for their owner


@dataclass(frozen=True, slots=True)
class OwnRows:
    """What one register holds of a person: its columns and rows, the newest first; a cell that is empty is ""."""

    register: type[Register]
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]

    @property
    def of_each(self) -> Sequence[Mapping[str, str]]:
        """The rows as values by column, what is empty left out."""
        names = [column.name for column in self.columns]
        return [{name: cell for name, cell in zip(names, row, strict=True) if cell} for row in self.rows]


def staff_record(folder: Path, staff_no: str) -> str:
    """The key (hex) of the staff record with this number; Refusal where the register holds none."""
    found = key_known_by(existing(folder), _register(STAFF), KNOWN_BY, staff_no)
    if not found:
        raise Refusal(
            Words(
                f"教职工登记里没有编号“{staff_no}”，请与本人核对",
                f"the register of staff has no number {staff_no!r}: check it with the person",
            )
        )
    return found


def most_moved(folder: Path) -> str:
    """The number of a member of staff with the most moves to other schools, to look round a demonstration as; "" without any."""
    return most_named(existing(folder), _register("teacher_rotations"), KNOWN_BY)


def own_actor(login: str, name: str, key: str) -> Actor:
    """The person of a staff record, with the grant to see what is theirs and nothing else."""
    return Actor(login, name, [Grant(login, Purpose.OWN_RECORD, Scope(person=key), date.min, reach=REACH)])


def own_rows(folder: Path, city: str, key: str, looking: Looking) -> list[OwnRows]:
    """The rows about the person of a staff record, for whom holds a grant for it (`own_actor`): of the register of staff
    first, then of those that refer to it and that may be read for this purpose. Each is audited before its first row leaves."""
    warehouse, own, on = existing(folder), OwnRecord(_register(STAFF), KNOWN_BY, key), looking.on
    names = {register: _names(warehouse, register, on) for register in NAMES}
    found = []
    for register in _registers_of(own):
        columns = [c for c in register.columns if _is_shown(c)]
        request = Request(register, [c.name for c in columns], Purpose.OWN_RECORD, city, on, own=own)
        table = read_records(
            warehouse, looking.actor, request, ancestry=lambda code: (code,), audit=looking.audit, now=looking.at
        )
        if register.dated_by:
            table = table.sort_by([(register.dated_by, "descending")])
        found.append(OwnRows(register, columns, _cells(register, columns, table.to_pylist(), names, on)))
    return found


def _registers_of(own: OwnRecord) -> list[type[Register]]:
    """The register of staff and those that refer to it; none that is kept for other purposes (师德处理)."""
    every = records_catalogue().of(Register).values()
    naming = [one for one in every if own.column_in(one) and not one.purposes]
    return sorted(naming, key=lambda one: (one is not own.register, one.id))


def _is_shown(column: Column) -> bool:
    return column.privacy <= REACH and (not column.purposes or Purpose.OWN_RECORD in column.purposes)


def _cells(
    register: type[Register], columns: Sequence[Column], rows: Sequence[Mapping[str, Any]],
    names: Mapping[str, Mapping[str, str]], on: date,
) -> list[list[str]]:  # fmt: skip
    labels = {column.name: labels_of(column, records_catalogue(), on) for column in columns}
    labels |= {one.columns[0]: names[one.register] for one in register.references if one.register in names}
    return [[cell_of(row[c.name], c, labels[c.name]) for c in columns] for row in rows]


def _names(warehouse: Warehouse, register: str, on: date) -> dict[str, str]:
    code, name = NAMES[register]
    held = {"held": warehouse.reader().rows(_register(register), valid_on=on)}
    rows = warehouse.engine.query(f"SELECT {code}, {name} FROM held", held, {})
    return dict(zip(rows[code].to_pylist(), rows[name].to_pylist(), strict=True))


def _register(name: str) -> type[Register]:
    return records_catalogue().of(Register)[name]
