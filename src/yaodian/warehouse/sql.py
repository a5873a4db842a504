"""SQL text: names and values written so that they stay what they are; parameters in either engine's form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import duckdb
import pyarrow as pa
import sqlglot
from sqlglot import exp

FAR = date(9999, 12, 31)


def quoted(text: str, mark: str = "'") -> str:
    """The text between marks, its own marks doubled."""
    return mark + text.replace(mark, mark * 2) + mark


def named(name: str, table: str = "") -> str:
    """A column's name, quoted, of a table where one is given."""
    return (f"{table}." if table else "") + quoted(name, mark='"')


def listed(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def keys(wanted: Iterable[bytes]) -> str:
    """Record keys as a list of literals that both engines read."""
    return listed(f"unhex('{key.hex()}')" for key in wanted)


def day(on: date) -> str:
    return f"DATE '{on.isoformat()}'"


def instant(at: datetime) -> str:
    """An instant as a literal that both engines read, with its offset."""
    return f"CAST('{at.isoformat()}' AS TIMESTAMPTZ)"


def type_of(kind: pa.DataType) -> str:
    """DuckDB's name of an Arrow type that registers use."""
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision}, {kind.scale})"
    return {
        pa.string(): "VARCHAR",
        pa.int64(): "BIGINT",
        pa.date32(): "DATE",
        pa.bool_(): "BOOLEAN",
        pa.binary(): "BLOB",
        pa.timestamp("us", tz="UTC"): "TIMESTAMPTZ",
    }[kind]


_KINDS = {
    str(kind): kind
    for kind in (
        pa.string(),
        pa.int64(),
        pa.date32(),
        pa.bool_(),
        pa.binary(),
        pa.timestamp("us", tz="UTC"),
        pa.decimal128(18, 2),
        pa.decimal128(18, 4),
    )
}


def kind_called(name: str) -> pa.DataType:
    """The Arrow type that a manifest names."""
    return _KINDS[name]


def with_parameters(sql: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The question with `:name` as DuckDB's `$name`, for each name that is a parameter, and the parameters.

    Names that are words of SQL (`:on`) are taken too.
    """
    if not parameters:
        return sql, {}
    tokens = sqlglot.tokenize(sql, read="duckdb")
    at = [
        (colon.start, name.text)
        for colon, name in pairwise(tokens)
        if colon.text == ":" and name.start == colon.end + 1 and name.text in parameters
    ]
    for start, _ in reversed(at):
        sql = sql[:start] + "$" + sql[start + 1 :]
    return sql, {name: parameters[name] for _, name in at}


def for_spark(sql: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The same question in Spark's dialect, and its parameters."""
    text, used = with_parameters(sql, parameters)
    tree = sqlglot.parse_one(text, read="duckdb")
    for node in list(tree.find_all(exp.Parameter, exp.Placeholder)):
        name = node.this if isinstance(node.this, str) else node.this.name
        node.replace(exp.Var(this=f":{name}"))
    for where in tree.find_all(exp.Where):  # Spark takes `FROM t WHERE (TRUE)` for an alias of t and its columns
        where.set("this", where.this.unnest())
    return tree.sql(dialect="spark"), used


def first_row(cursor: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...]:
    """The one row that a question gives."""
    row: tuple[Any, ...] = cursor.execute(sql).fetchall()[0]
    return row
