"""暂存: the rows of a file read by DuckDB, its columns typed one after another, wrong cells named beside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.column import DATE, Column
from yaodian.declare.register import Check, Register
from yaodian.warehouse.column_types import schema_of
from yaodian.warehouse.load.column_typing import Typing, identifier_of, typed_texts
from yaodian.warehouse.load.identifiers import Identifier
from yaodian.warehouse.load.matching import Matched
from yaodian.warehouse.load.table import RawTable
from yaodian.warehouse.load.typed import CodesOf
from yaodian.warehouse.load.words import WordLists
from yaodian.warehouse.sql import listed, named, quoted

ROW, SKIP = "__row", "__skip"
WRONG_CELLS = pa.schema([("row", pa.int64()), ("at", pa.int32()), ("cause", pa.string()), ("raw", pa.string())])
_TOTAL = r"^(合\s*计|总\s*计|小\s*计|例[:：]|示例|注[:：]|说明[:：]|填表|制表|审核|备注[:：]|联系).*"


class Staged(NamedTuple):
    """The declared columns of each row with its number in the sheet, and each wrong cell (see WRONG_CELLS)."""

    rows: pa.Table
    wrong: pa.Table


def stage(
    connection: duckdb.DuckDBPyConnection,
    register: type[Register],
    table: RawTable,
    matched: Matched,
    on: date,
    codes_of: CodesOf,
    identifiers: Mapping[str, Identifier],
) -> Staged:
    """Read, type and check each row of a sheet by itself."""
    texts, numbers = _read(connection, register, table, matched)
    values: dict[str, pa.ChunkedArray] = {}
    wrong, words = [WRONG_CELLS.empty_table()], WordLists(connection)
    for at, column in enumerate(register.columns):
        how = Typing(column, codes_of(column), identifier_of(column, identifiers), matched.unit.get(column.name), table.guarded)  # fmt: skip
        typed = typed_texts(connection, _texts(column, texts, matched, len(numbers)), how, words)
        values[column.name] = typed.values
        wrong.append(_cells(numbers.take(typed.places), at, typed.causes, typed.raws))
    rows = pa.table(values, schema_of(register)).append_column(ROW, numbers)
    connection.register("staged", rows)
    wrong += [_broken(connection, register, check, on) for check in register.checks]
    return Staged(rows, pa.concat_tables(wrong))


def _read(
    connection: duckdb.DuckDBPyConnection, register: type[Register], table: RawTable, matched: Matched
) -> tuple[dict[str, pa.ChunkedArray], pa.Array]:
    """The texts of the matched columns, rows that are no records left out, and the number of each row in the sheet."""
    shown = "".join(f"c{place} AS {named(name)}, " for name, place in matched.place.items())
    query = f"SELECT {shown}{_skipped(register, table, matched)} AS {SKIP} FROM ({{source}})"
    try:
        read = connection.sql(query.format(source=table.open(connection, matched.rows))).to_arrow_table()
    except duckdb.InvalidInputException:
        if table.open_slowly is None:
            raise
        read = connection.sql(query.format(source=table.open_slowly(connection, matched.rows))).to_arrow_table()
    numbers = pa.array(np.arange(matched.rows + 1, matched.rows + 1 + read.num_rows, dtype=np.int64))
    if pc.any(read[SKIP]).as_py():
        kept = pc.invert(read[SKIP])
        read, numbers = read.filter(kept), numbers.filter(pa.concat_arrays(kept.chunks))
    return {name: read[name] for name in matched.place}, numbers


def _texts(column: Column, texts: dict[str, pa.ChunkedArray], matched: Matched, count: int) -> pa.ChunkedArray:
    """A column's cells, taken out so that each is held but once; or what lines above the headings state; or nothing."""
    if column.name in texts:
        return texts.pop(column.name)
    stated = matched.stated.get(column.name)
    return pa.chunked_array([pa.repeat(pa.scalar(stated, pa.string()), count)])


def _cells(rows: pa.Array, at: int, causes: pa.Array, raws: pa.Array) -> pa.Table:
    place = pa.array(np.full(len(rows), at, dtype=np.int32))
    return pa.table([rows, place, causes, raws], schema=WRONG_CELLS)


def _skipped(register: type[Register], table: RawTable, matched: Matched) -> str:
    """Whether a row is empty, a sum, an example or a note below the table rather than a record."""
    cells = [f"c{i}" for i in range(table.width)]
    empty = f"coalesce({listed(cells)}) IS NULL OR trim(concat({listed(cells)})) = ''"
    needed = [f"c{matched.place[c.name]}" for c in register.columns if c.required and c.name in matched.place]
    lacks = " OR ".join(f"{cell} IS NULL OR {cell} = ''" for cell in needed) or "false"
    first = f"coalesce({', '.join(f'nullif({c}, {chr(39) * 2})' for c in cells)})"
    note = f"CASE WHEN {lacks} OR ascii({first}) IN (20363, 31034) THEN regexp_matches({first}, {quoted(_TOTAL)}) ELSE false END"
    return f"coalesce(CASE WHEN c0 IS NULL OR trim(c0) = '' THEN {empty} ELSE false END OR {note}, false)"


def _broken(connection: duckdb.DuckDBPyConnection, register: type[Register], check: Check, on: date) -> pa.Table:
    """The rows that break a declared check; unknown counts as true."""
    binds = []
    dated = register.dated_by and register.column(register.dated_by).type is DATE
    day = named(register.dated_by) if dated else f"DATE '{on}'"
    if check.since:
        binds.append(f"{day} >= DATE '{check.since}'")
    if check.until:
        binds.append(f"{day} < DATE '{check.until}'")
    breaks = " AND ".join([f"coalesce(NOT ({check.holds}), false)", *binds])
    rows = connection.sql(f"SELECT {ROW} FROM staged WHERE {breaks}").to_arrow_table()[ROW]
    return _cells(rows, -1, pa.repeat(f"check:{check.name}", len(rows)), pa.repeat("", len(rows)))
