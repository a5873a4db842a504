"""查重与关联: what only all rows together show: keys that stand twice, rows that another register lacks, a scope left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import duckdb
import pyarrow as pa

from yaodian.declare.register import Reference, Register
from yaodian.warehouse.load.staging import ROW, WRONG_CELLS
from yaodian.warehouse.sql import listed, named, quoted

KeysOf = Callable[[str, Sequence[str]], pa.Table | None]
"""The values of these columns in a register of the current release; None where it is not held yet."""


def repeated(connection: duckdb.DuckDBPyConnection, register: type[Register]) -> pa.Table:
    """Rows that repeat an earlier one, and rows that share a key but differ."""
    keys = ", ".join(named(key) for key in register.key)
    known = " AND ".join(f"{named(key)} IS NOT NULL" for key in register.key)
    everything = ", ".join(named(column.name) for column in register.columns)
    twice = f"SELECT {keys} FROM staged WHERE {known} GROUP BY ALL HAVING count(*) > 1"
    if connection.execute(f"SELECT count(*) FROM ({twice})").fetchall() == [(0,)]:
        return WRONG_CELLS.empty_table()
    rows = (
        f"SELECT {ROW} AS row, row_number() OVER (PARTITION BY {keys} ORDER BY {ROW}) AS nth, "
        f"count(DISTINCT hash({everything})) OVER (PARTITION BY {keys}) AS kinds, "
        f"{_text(register.key)} AS raw FROM staged SEMI JOIN ({twice}) USING ({keys})"
    )
    at = _at(register, register.key[0])
    cause = "CASE WHEN kinds > 1 THEN 'duplicate_key' ELSE 'repeated_row' END"
    return _cells(connection, f"SELECT row, {at}, {cause}, raw FROM ({rows}) WHERE kinds > 1 OR nth > 1")


def unreferenced(connection: duckdb.DuckDBPyConnection, register: type[Register], keys_of: KeysOf) -> pa.Table:
    """Rows that name a row of another register which is not there."""
    found = [WRONG_CELLS.empty_table()]
    for reference in register.references:
        known = keys_of(reference.register, reference.their or reference.columns) if reference.required else None
        if known is not None:
            found.append(_lacking(connection, register, reference, known))
    return pa.concat_tables(found)


def _lacking(
    connection: duckdb.DuckDBPyConnection, register: type[Register], reference: Reference, known: pa.Table
) -> pa.Table:
    connection.register("known", known)
    their = reference.their or reference.columns
    union = f"SELECT {', '.join(map(named, their))} FROM known"
    if reference.register == register.id:
        union += f" UNION ALL SELECT {', '.join(map(named, their))} FROM staged"
    on = " AND ".join(
        f"s.{named(mine)} = k.{named(theirs)}" for mine, theirs in zip(reference.columns, their, strict=True)
    )
    filled = " AND ".join(f"s.{named(column)} IS NOT NULL" for column in reference.columns)
    return _cells(
        connection,
        f"SELECT {ROW}, {_at(register, reference.columns[0])}, 'reference', {_text(reference.columns)} "
        f"FROM staged s ANTI JOIN ({union}) k ON {on} WHERE {filled}",
    )


def outside(
    connection: duckdb.DuckDBPyConnection, register: type[Register], scope: Mapping[str, Sequence[str]]
) -> pa.Table:
    """Rows that lie outside the scope that the upload states."""
    found = [WRONG_CELLS.empty_table()]
    for column, values in scope.items():
        found.append(
            _cells(
                connection,
                f"SELECT {ROW}, {_at(register, column)}, 'out_of_scope', {named(column)} FROM staged "
                f"WHERE {named(column)} IS NOT NULL AND {named(column)} NOT IN ({listed(map(quoted, values))})",
            )
        )
    return pa.concat_tables(found)


def _at(register: type[Register], column: str) -> int:
    return [c.name for c in register.columns].index(column)


def _text(columns: Sequence[str]) -> str:
    return f"concat_ws(' ', {', '.join(f'{named(column)}::VARCHAR' for column in columns)})"


def _cells(connection: duckdb.DuckDBPyConnection, query: str) -> pa.Table:
    return connection.sql(query).to_arrow_table().rename_columns(WRONG_CELLS.names).cast(WRONG_CELLS)
