"""关系: the files of a release that hold one register, and the rows of them that a question sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from yaodian.declare.register import Register
from yaodian.warehouse.as_of import counting_on
from yaodian.warehouse.column_types import arrow_type
from yaodian.warehouse.sql import instant, listed, named, quoted, type_of

ROW = "_row"  # numbers a recorded row; a closing repeats it with recorded_to alone
SYSTEM: Mapping[str, pa.DataType] = {
    "record_key": pa.binary(),
    "valid_from": pa.date32(),
    "valid_to": pa.date32(),
    "recorded_from": pa.timestamp("us", tz="UTC"),
    "recorded_to": pa.timestamp("us", tz="UTC"),
    "source": pa.string(),
    "batch": pa.string(),
}


@dataclass(frozen=True)
class Relation:
    """Parquet files and a SELECT over them, in which `{files}` stands for their rows.

    Without files it has the same columns and no row. `columns` are those of the files.
    """

    files: tuple[Path, ...]
    columns: Mapping[str, pa.DataType]
    select: str

    def over_files(self) -> str:
        """The SELECT as DuckDB reads it."""
        if not self.files:
            return self.over(self.nothing)
        return self.over(f"read_parquet([{listed(quoted(str(f)) for f in self.files)}], union_by_name = true)")

    def over(self, source: str) -> str:
        """The SELECT over a table or subquery that holds the files' rows."""
        return self.select.replace("{files}", source)

    @property
    def nothing(self) -> str:
        """A subquery with the files' columns and no row."""
        empty = listed(f"CAST(NULL AS {type_of(kind)}) AS {named(name)}" for name, kind in self.columns.items())
        return f"(SELECT * FROM (SELECT {empty}) AS none WHERE 1 = 0)"


def open_columns(register: type[Register]) -> dict[str, pa.DataType]:
    """The declared columns that stand in the table: all but those of the vault."""
    return {c.name: arrow_type(c) for c in register.columns if not c.vault}


def table_columns(register: type[Register]) -> dict[str, pa.DataType]:
    """All columns of a register's table on disk."""
    return {ROW: pa.int64(), **SYSTEM, **open_columns(register)}


def recorded_rows(columns: Mapping[str, pa.DataType], held: Mapping[str, str], has_closings: bool) -> str:
    """A SELECT of all rows ever recorded with the end of their record, columns that the files do not hold yet empty."""
    wanted = [
        f"r.{named(name)}" if name in held else f"CAST(NULL AS {type_of(kind)}) AS {named(name)}"
        for name, kind in columns.items()
        if name != "recorded_to"
    ]
    if not has_closings:
        return f"SELECT {listed(wanted)}, r.recorded_to FROM {{files}} AS r WHERE r.record_key IS NOT NULL"
    return (
        f"SELECT {listed(wanted)}, coalesce(r.recorded_to, c.recorded_to) AS recorded_to FROM {{files}} AS r"
        f" LEFT JOIN (SELECT {ROW}, recorded_to FROM {{files}} WHERE record_key IS NULL) AS c ON c.{ROW} = r.{ROW}"
        " WHERE r.record_key IS NOT NULL"
    )


def known(columns: Mapping[str, pa.DataType], held: Mapping[str, str], at: datetime | None, has_closings: bool) -> str:
    """A SELECT of the rows known at an instant (None: now)."""
    seen = "recorded_to IS NULL"
    if at is not None:
        seen = f"recorded_from <= {instant(at)} AND (recorded_to IS NULL OR recorded_to > {instant(at)})"
    return f"SELECT * FROM ({recorded_rows(columns, held, has_closings)}) AS a WHERE {seen}"


def rows_on(register: type[Register], known_rows: str, shown: list[str], on: date | None) -> str:
    """A SELECT of the known rows, or of those that count on a day."""
    rows = f"({known_rows}) AS k"
    counted = rows if on is None else f"({counting_on(register, rows, on)}) AS counted"
    return f"SELECT {listed(named(name) for name in shown)} FROM {counted}"
