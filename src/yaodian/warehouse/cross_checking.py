"""跨登记校验的执行: a declared question over several registers of one release; what it tells names no person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from yaodian.declare.cross_check import CrossCheck
from yaodian.declare.register import Register
from yaodian.warehouse.blinded import blinded
from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.sql import listed, named, with_parameters
from yaodian.warehouse.store import Warehouse

FIRST = 3


@dataclass(frozen=True)
class Crossed:
    """What a check found: how many rows are at fault and, of the first, the columns that the check shows; or the
    registers that the release does not hold, without which it was not checked."""

    check: type[CrossCheck]
    cases: int = 0
    first: Sequence[Mapping[str, str]] = ()
    lacks: Sequence[str] = ()


def cross(
    warehouse: Warehouse,
    check: type[CrossCheck],
    registers: Mapping[str, type[Register]],
    on: date,
    parameters: Mapping[str, Any],
) -> Crossed:
    """Ask a check of the current release as of a day."""
    reader = warehouse.reader()
    lacks = tuple(name for name, _ in check.reads if name not in reader.release.tables)
    if lacks:
        return Crossed(check, lacks=lacks)
    tables = {name: _seen(warehouse, reader, registers[name], columns, on) for name, columns in check.reads}
    faulty = faulty_rows(check, tables, on, parameters)
    return Crossed(check, faulty.num_rows, _shown(warehouse, reader, registers[check.of], check, faulty, on))


def faulty_rows(
    check: type[CrossCheck], tables: Mapping[str, pa.Table], on: date, parameters: Mapping[str, Any]
) -> pa.Table:
    """The record keys that the check finds in these tables, in their order; nothing of them is spilled to disk."""
    with connect(IN_MEMORY) as connection:
        for name, table in tables.items():
            connection.register(name, table)
        sql, used = with_parameters(
            f"SELECT record_key FROM ({check.faulty}) ORDER BY record_key", {**parameters, "on": on}
        )
        return connection.sql(sql, params=used or None).to_arrow_table()


def _seen(warehouse: Warehouse, reader: Reader, register: type[Register], columns: Sequence[str], on: date) -> pa.Table:
    """The columns of a register on a day with the record keys; those of the vault as blind indexes."""
    sealed = [name for name in columns if register.column(name).vault]
    own = listed(named(name) for name in ("record_key", *columns) if name not in sealed)
    relation = reader.rows(register, valid_on=on, with_restricted=True)
    rows = warehouse.engine.query(f"SELECT {own} FROM held", {"held": relation}, {})
    if not sealed:
        return rows
    return rows.join(blinded(warehouse, reader, register, sealed), "record_key", join_type="left outer")


def _shown(
    warehouse: Warehouse, reader: Reader, register: type[Register], check: type[CrossCheck], faulty: pa.Table, on: date
) -> Sequence[Mapping[str, str]]:
    """The first rows at fault: what the check shows of them, none of which lies in the vault."""
    if not faulty.num_rows:
        return ()
    keys = faulty["record_key"].slice(0, FIRST).to_pylist()
    wanted = listed(f"'{key.hex()}'" for key in keys)
    rows = warehouse.engine.query(
        f"SELECT {listed(map(named, check.shows))} FROM held WHERE lower(hex(record_key)) IN ({wanted}) ORDER BY record_key",
        {"held": reader.rows(register, valid_on=on)},
        {},
    )
    return [{register.column(c).label: "" if v is None else str(v) for c, v in row.items()} for row in rows.to_pylist()]
