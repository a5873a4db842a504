"""暂存: one pass over a file in DuckDB: each cell cleaned, typed and checked; wrong cells named beside their row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, MONEY, TEXT, Column
from yaodian.declare.register import Check, Register
from yaodian.warehouse.column_types import schema_of
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.clean import NOTHING, cleaned
from yaodian.warehouse.load.identifiers import Identifier
from yaodian.warehouse.load.matching import Matched
from yaodian.warehouse.load.table import RawTable
from yaodian.warehouse.load.typed import CodesOf, stored_sql, typed_sql
from yaodian.warehouse.load.words import WordLists
from yaodian.warehouse.sql import listed, named, quoted

ROW, WRONG, SKIP = "__row", "__wrong", "__skip"
ENTRY, PART = chr(30), chr(31)
_LOST = r"\d(\.\d+)?[eE]\+?\d{2}"
_TOTAL = r"^(合\s*计|总\s*计|小\s*计|例[:：]|示例|注[:：]|说明[:：]|填表|制表|审核|备注[:：]|联系).*"


def stage(
    connection: duckdb.DuckDBPyConnection,
    register: type[Register],
    table: RawTable,
    matched: Matched,
    on: date,
    codes_of: CodesOf,
    identifiers: Mapping[str, Identifier],
) -> pa.Table:
    """The declared columns of each row, its number in the sheet, and its wrong cells (column, cause and text)."""
    query = _query(register, table, matched, on, codes_of, identifiers, WordLists(connection))
    try:
        rows = _run(connection, query, table.open(connection, matched.rows))
    except duckdb.InvalidInputException:
        if table.open_slowly is None:
            raise
        rows = _run(connection, query, table.open_slowly(connection, matched.rows))
    return _numbered(rows, register, matched.rows)


def _run(connection: duckdb.DuckDBPyConnection, query: str, source: str) -> pa.Table:
    return connection.sql(f"WITH source AS ({source}), {query}").to_arrow_table()


def _query(
    register: type[Register],
    table: RawTable,
    matched: Matched,
    on: date,
    codes_of: CodesOf,
    identifiers: Mapping[str, Identifier],
    words: WordLists,
) -> str:
    """SQL over `source`, the texts of the file: cleaned in t and a, typed in b, as stored in c."""
    columns = register.columns
    texts = ", ".join(f"{_text(c, table, matched)} AS {named('t_' + c.name)}" for c in columns)
    raw = ", ".join(f"{_cell(c)} AS {named('r_' + c.name)}" for c in columns)
    typed = ", ".join(
        f"{typed_sql(c, named('r_' + c.name), words, codes_of(c), matched.unit.get(c.name))} AS {named('v_' + c.name)}"
        for c in columns
    )
    last = [f"{stored_sql(c, named('v_' + c.name))} AS {named(c.name)}" for c in columns]
    last += [
        f"{i.sound(named('v_' + c.name))} AS {named('i_' + c.name)}"
        for c in columns
        if (i := _identifier(c, identifiers))
    ]
    entries = [entry for i, c in enumerate(columns) for entry in cell_entries(i, c, codes_of, identifiers)]
    entries += [check_entry(register, check, on) for check in register.checks]
    return (
        f"t AS (SELECT {texts}, {_skipped(register, table, matched)} AS {SKIP} FROM source), "
        f"a AS (SELECT {raw}, {SKIP} FROM t), b AS (SELECT *, {typed} FROM a), c AS (SELECT *, {', '.join(last)} FROM b) "
        f"SELECT {', '.join(named(c.name) for c in columns)}, "
        f"nullif(concat_ws(chr(30), {', '.join(entries)}), '') AS {WRONG}, {SKIP} FROM c"
    )


def _numbered(rows: pa.Table, register: type[Register], above: int) -> pa.Table:
    numbers = pa.array(np.arange(above + 1, above + 1 + rows.num_rows, dtype=np.int64))
    skipped = rows[SKIP]
    rows = rows.drop_columns([SKIP])
    fields = [*schema_of(register), pa.field(WRONG, pa.string())]
    rows = rows.cast(pa.schema(fields)).append_column(ROW, numbers)
    return rows.filter(pc.invert(skipped)) if pc.any(skipped).as_py() else rows


def _text(column: Column, table: RawTable, matched: Matched) -> str:
    """SQL of the cleaned text of a column's cell, or of what lines above the headings state."""
    if column.name in matched.place:
        return cleaned(f"c{matched.place[column.name]}", table.guarded)
    return quoted(matched.stated[column.name]) if column.name in matched.stated else "CAST(NULL AS VARCHAR)"


def _cell(column: Column) -> str:
    """SQL of the text without the signs that stand for nothing, which only texts and codes may hold."""
    text = named("t_" + column.name)
    if column.type in (TEXT, CODE, BOOLEAN):
        return text
    return f"CASE WHEN ascii({text}) NOT BETWEEN 48 AND 57 AND {text} IN ({listed(map(quoted, NOTHING))}) THEN NULL ELSE {text} END"


def _identifier(column: Column, identifiers: Mapping[str, Identifier]) -> Identifier | None:
    keys = (column.pattern, column.element, column.name)
    return next((identifiers[key] for key in keys if key and key in identifiers), None)


def _skipped(register: type[Register], table: RawTable, matched: Matched) -> str:
    """Whether a row is empty, a sum, an example or a note below the table rather than a record."""
    cells = [f"c{i}" for i in range(table.width)]
    empty = f"coalesce({', '.join(cells)}) IS NULL OR trim(concat({', '.join(cells)})) = ''"
    needed = [f"c{matched.place[c.name]}" for c in register.columns if c.required and c.name in matched.place]
    lacks = " OR ".join(f"{cell} IS NULL OR {cell} = ''" for cell in needed) or "false"
    first = f"coalesce({', '.join(f'nullif({c}, {chr(39) * 2})' for c in cells)})"
    note = f"CASE WHEN {lacks} OR ascii({first}) IN (20363, 31034) THEN regexp_matches({first}, {quoted(_TOTAL)}) ELSE false END"
    return f"coalesce(CASE WHEN c0 IS NULL OR trim(c0) = '' THEN {empty} ELSE false END OR {note}, false)"


def cell_entries(at: int, column: Column, codes_of: CodesOf, identifiers: Mapping[str, Identifier]) -> Sequence[str]:
    """SQL texts that name what is wrong with a cell, nothing where it is right."""
    raw, exact, value = (named(prefix + column.name) for prefix in ("r_", "v_", ""))
    cases = [f"WHEN {raw} IS NULL THEN '{'required' if column.required else ''}'"]
    if column.type is TEXT or (column.type is CODE and not codes_of(column)):
        cases += _text_cases(column, value, identifiers)
    else:
        cases.append(f"WHEN {value} IS NULL THEN '{column.type.value}'")
    if column.low is not None:
        cases.append(f"WHEN {value} < {column.low} THEN 'too_low'")
    if column.high is not None:
        cases.append(f"WHEN {value} > {column.high} THEN 'too_high'")
    if column.type in (INTEGER, MONEY):
        cases.append(f"WHEN {exact} <> {value} THEN '{'integer' if column.type is INTEGER else 'rounded'}'")
    cause = f"CASE {' '.join(cases)} ELSE '' END"
    plain = f"translate(substr({raw}, 1, 200), chr(30) || chr(31), '')"
    return [f"CASE WHEN {cause} <> '' THEN '{at}' || chr(31) || {cause} || chr(31) || coalesce({plain}, '') END"]


def _text_cases(column: Column, value: str, identifiers: Mapping[str, Identifier]) -> list[str]:
    cases = []
    if column.type is TEXT:
        cases.append(f"WHEN regexp_full_match({value}, {quoted(_LOST)}) THEN 'digits_lost'")
        cases.append(f"WHEN length({value}) > {limits.MAX_TEXT} THEN 'too_long'")
    if column.pattern:
        cases.append(f"WHEN NOT regexp_full_match({value}, {quoted(column.pattern)}) THEN 'pattern'")
    identifier = _identifier(column, identifiers)
    if identifier:
        cases.append(f"WHEN NOT {named('i_' + column.name)} THEN {quoted(identifier.name)}")
    return cases


def check_entry(register: type[Register], check: Check, on: date) -> str:
    """SQL text that names a row which breaks a declared check; unknown counts as true."""
    binds = []
    dated = register.dated_by and register.column(register.dated_by).type is DATE
    day = named(register.dated_by) if dated else f"DATE '{on}'"
    if check.since:
        binds.append(f"{day} >= DATE '{check.since}'")
    if check.until:
        binds.append(f"{day} < DATE '{check.until}'")
    holds = " AND ".join([f"coalesce(NOT ({check.holds}), false)", *binds])
    return f"CASE WHEN {holds} THEN '-1' || chr(31) || {quoted('check:' + check.name)} || chr(31) END"
