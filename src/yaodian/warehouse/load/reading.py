"""读表: the tables of a file, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yaodian.warehouse.load.columnar import parquet_table
from yaodian.warehouse.load.delimited import text_table
from yaodian.warehouse.load.formats import TableFormat, table_format
from yaodian.warehouse.load.spreadsheet import workbook_tables
from yaodian.warehouse.load.table import RawTable


def tables_of(path: Path) -> Iterator[RawTable]:
    """The tables of a file; raises Refusal, one sentence, where it holds none that can be read."""
    format = table_format(path)  # noqa: A001 - the word of the subject
    if format is TableFormat.TEXT:
        yield text_table(path)
    elif format is TableFormat.PARQUET:
        yield parquet_table(path)
    else:
        yield from workbook_tables(path, format)
