"""盲索引: what lets equal values be found without being shown: HMAC-SHA-256, computed over whole columns at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import duckdb
import pyarrow as pa

from yaodian.declare.register import Register
from yaodian.warehouse.engine import Settings, connect
from yaodian.warehouse.sql import named, quoted
from yaodian.warehouse.vault import DIGEST, KEY_INDEX, indexed_columns, private_columns

_BLOCK, _SHORT = 64, 16
_ROWS = 200_000


def _hmac(text: str) -> str:
    """The first 128 bits of the HMAC-SHA-256 of a text, as a SQL expression of the two padded keys."""
    return f"unhex(left(sha256($outer::BLOB || unhex(sha256($inner::BLOB || encode({text})))), {2 * _SHORT}))"


def _sized(column: str) -> str:
    """A value with its length before it, so that joined values stay apart; `-` where there is none."""
    text = f"CAST({named(column)} AS VARCHAR)"
    return f"coalesce(length({text}) || ':' || {text}, '-')"


def _joined(columns: Sequence[str]) -> str:
    return " || ".join(_sized(c) for c in columns) or "''"


@cache
def _instance() -> duckdb.DuckDBPyConnection:
    """The process's one instance for blind indexes; what a cursor of it is shown is seen by that cursor alone."""
    return connect(Settings(memory="256MB"))


def _key(register: type[Register]) -> str:
    return f"{quoted(register.id + '|')} || {_joined(register.key)}"


class BlindIndex:
    """Blind indexes under one key, in memory only: nothing of what it sees is spilled to disk."""

    def __init__(self, key: bytes) -> None:
        block = key.ljust(_BLOCK, b"\0")
        self._pads = {"outer": bytes(b ^ 0x5C for b in block), "inner": bytes(b ^ 0x36 for b in block)}
        self._connection = _instance().cursor()

    def of_values(self, values: pa.ChunkedArray | pa.Array) -> pa.Array:
        """The index of each text, as it stands in a `…_index` column; null where the value is."""
        return self._run(pa.table({"v": values}), f"SELECT {_hmac('v')} AS i FROM given")["i"].combine_chunks()

    def of_keys(self, register: type[Register], keys: pa.Table) -> pa.Table:
        """For each row of natural keys its index, as `of_rows` gives it."""
        if not keys.num_rows:
            return pa.schema([(KEY_INDEX, pa.binary())]).empty_table()
        return self._run(keys, f"SELECT {_hmac(_key(register))} AS {KEY_INDEX} FROM given")

    def of_rows(self, register: type[Register], rows: pa.Table) -> pa.Table:
        """For each row the index of its natural key and the digest of its private values, in the order of the rows."""
        private = _joined(private_columns(register))
        sql = f"SELECT {_hmac(_key(register))} AS {KEY_INDEX}, unhex(left(sha256({private}), {2 * _SHORT})) AS {DIGEST} FROM given"
        needed = list(dict.fromkeys((*register.key, *private_columns(register))))
        parts = [self._run(rows.slice(at, _ROWS).select(needed), sql) for at in range(0, rows.num_rows, _ROWS)]
        empty = pa.schema([(KEY_INDEX, pa.binary()), (DIGEST, pa.binary())]).empty_table()
        return pa.concat_tables(parts) if parts else empty

    def with_indexes(self, register: type[Register], rows: pa.Table) -> pa.Table:
        """The rows with the blind index of each column that has one."""
        for name in indexed_columns(register):
            texts = rows[name].cast(pa.string())
            rows = rows.append_column(pa.field(f"{name}_index", pa.binary()), self.of_values(texts))
        return rows

    def _run(self, given: pa.Table, sql: str) -> pa.Table:
        self._connection.register("given", given)
        try:
            return self._connection.sql(sql, params=_used(sql, self._pads)).to_arrow_table()
        finally:
            self._connection.unregister("given")


def _used(sql: str, pads: dict[str, bytes]) -> dict[str, bytes]:
    return {name: pad for name, pad in pads.items() if f"${name}" in sql}
