"""Registers held in memory: rows as a case writes them, read by evaluation as a release would show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from yaodian.declare.column import ColumnType
from yaodian.declare.register import STATE, Register
from yaodian.domain.period import Period
from yaodian.warehouse.relation import SYSTEM, Relation, open_columns

LONG_AGO = date(2010, 1, 1)
Rows = Sequence[Mapping[str, Any]]


@dataclass
class HeldInMemory:
    """What a reader gives, of rows written as mappings; each register is one file in a folder of the test's own."""

    folder: Path
    rows_of: Mapping[str, Rows]
    read: list[str] = field(default_factory=list)
    id: str = "r1-in-memory"

    @property
    def release(self) -> HeldInMemory:
        return self

    @property
    def tables(self) -> Mapping[str, Rows]:
        return self.rows_of

    def rows(self, register: type[Register], *, recorded_at: datetime | None = None, **_: bool) -> Relation:
        self.read.append(register.id)
        columns = {**SYSTEM, **open_columns(register)}
        path = self.folder / f"{register.id}.parquet"
        if not path.exists():
            pq.write_table(table_of(register, self.rows_of.get(register.id, ()), columns), path)
        return Relation((path,), columns, "SELECT * FROM {files}")


def table_of(register: type[Register], rows: Rows, columns: Mapping[str, pa.DataType]) -> pa.Table:
    unknown = {name for row in rows for name in row} - set(columns)
    assert not unknown, f"{register.id} has no column {sorted(unknown)}"
    held = [_row(register, dict(row), number, columns) for number, row in enumerate(rows)]
    return pa.Table.from_pylist(held, schema=pa.schema(list(columns.items())))


def _row(
    register: type[Register], row: dict[str, Any], number: int, columns: Mapping[str, pa.DataType]
) -> dict[str, Any]:
    made = {name: _value(register, name, value, columns[name]) for name, value in row.items()}
    made["record_key"] = number.to_bytes(16, "big")
    if register.time is STATE:
        held_from = row.get(register.holds_from) if register.holds_from else None
        made.setdefault("valid_from", held_from or LONG_AGO)
        made.setdefault("valid_to", row.get(register.holds_to) if register.holds_to else None)
    else:
        dated = row[register.dated_by]
        is_period = register.column(register.dated_by).type is ColumnType.PERIOD
        made["valid_from"] = Period(str(dated)).last if is_period else dated
    return made


def _value(register: type[Register], name: str, value: Any, kind: pa.DataType) -> Any:
    if value is not None and pa.types.is_decimal(kind):
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-kind.scale))
    return str(value) if value is not None and pa.types.is_string(kind) else value
