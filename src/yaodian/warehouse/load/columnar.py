"""Parquet: typed columns taken back to the texts that the checks read."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.archive import broken
from yaodian.warehouse.load.memory_file import MemoryFile, is_pattern
from yaodian.warehouse.load.table import RawTable


def parquet_table(path: Path) -> RawTable:
    try:
        meta = pq.read_metadata(path)
        schema = pq.read_schema(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise broken(path.name) from error
    width = len(schema.names)
    unpacked = sum(meta.row_group(i).total_byte_size for i in range(meta.num_row_groups))
    if (
        meta.num_rows * width > 40 * limits.MAX_CELLS
        or unpacked > 8 * limits.MAX_UNPACKED_BYTES
        or width > limits.MAX_COLUMNS
    ):
        raise Refusal(Words(f"“{path.name}”太大，请分成几个文件", f"{path.name} is too large; split it"))
    nested = [f.name for f in schema if pa.types.is_nested(f.type) or pa.types.is_binary(f.type)]
    if nested:
        raise Refusal(
            Words(
                f"“{path.name}”的列“{nested[0]}”不是文本、数或日期",
                f"column {nested[0]} of {path.name} is no text, number or date",
            )
        )

    memory = MemoryFile.of(iter([path.read_bytes()])) if is_pattern(path) else None
    file = memory.path if memory else path.absolute()

    def open_(connection: duckdb.DuckDBPyConnection, headings: int) -> str:
        quoted = str(file).replace("'", "''")
        columns = ", ".join(f'"{n.replace(chr(34), chr(34) * 2)}"::VARCHAR AS c{i}' for i, n in enumerate(schema.names))
        return f"SELECT {columns} FROM read_parquet('{quoted}')"

    return RawTable("", [list(schema.names)], width, open_, file=file, closing=memory)
