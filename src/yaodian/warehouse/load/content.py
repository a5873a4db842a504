"""内容指纹: SHA-256 over the typed rows in sorted order, so that name, order, format and encoding make no difference."""

from __future__ import annotations

import hashlib

import duckdb
import pyarrow as pa

from yaodian.declare.register import Register
from yaodian.warehouse.sql import named


def content_hash(connection: duckdb.DuckDBPyConnection, register: type[Register], rows: pa.Table) -> str:
    connection.register("rows_to_hash", rows)
    query = f"SELECT sha256({_marked(register)}) AS h FROM rows_to_hash ORDER BY h"
    digest = hashlib.sha256(f"{register.id}:{','.join(c.name for c in register.columns)}\n".encode())
    for batch in connection.sql(query).to_arrow_reader(100_000):
        digest.update(_joined(batch.column(0)))
    return digest.hexdigest()


def _joined(texts: pa.StringArray) -> memoryview:
    """The bytes of one text after another, as they stand in memory."""
    _, offsets, data = texts.buffers()
    first, *_, last = memoryview(offsets).cast("i")[texts.offset : texts.offset + len(texts) + 1]
    return memoryview(data)[first:last]


def _marked(register: type[Register]) -> str:
    """A row as one text that no other row has: cells parted by a sign that no cleaned text holds, nothing as another."""
    cells = (f"coalesce({named(column.name)}::VARCHAR, chr(30))" for column in register.columns)
    return f"concat_ws(chr(31), {', '.join(cells)})"
