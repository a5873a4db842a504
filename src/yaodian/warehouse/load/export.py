"""导出: rows of a register as csv, xlsx or parquet that import again without a change; no formula is ever live."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from yaodian.declare.column import Column
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words

_FORMULA = re.compile("^'*[=+\\-@\t\r\0]")
MAX_SHEET_ROWS = 1_048_575


def heading(column: Column) -> str:
    """The label with the unit that the exported numbers have."""
    if column.unit is not None and column.unit.symbol and (column.written_in or column.unit.symbol == "元"):
        return f"{column.label}（{column.unit.symbol}）"
    return column.label


def text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return str(value)


def guarded(words: str) -> str:
    """A text that a spreadsheet would take for a formula, behind a quote mark."""
    return f"'{words}" if _FORMULA.match(words) else words


def export_rows(register: type[Register], rows: pa.Table, path: Path) -> Path:
    """Write the declared columns; the suffix says how. The rows are those that the caller may see."""
    columns = [column for column in register.columns if column.name in rows.column_names]
    if path.suffix == ".parquet":
        pq.write_table(rows.select([c.name for c in columns]), path)
    elif path.suffix == ".xlsx":
        _xlsx(columns, rows, path)
    elif path.suffix == ".csv":
        _csv(columns, rows, path)
    else:
        raise Refusal(Words("只能导出 csv、xlsx、parquet", "rows are exported as csv, xlsx or parquet"))
    return path


def _records(columns: Iterable[Column], rows: pa.Table) -> Iterator[list[object]]:
    names = [column.name for column in columns]
    for batch in rows.select(names).to_batches(max_chunksize=10_000):
        yield from (list(record) for record in zip(*(part.to_pylist() for part in batch.columns), strict=True))


def _csv(columns: list[Column], rows: pa.Table, path: Path) -> None:
    numbers = {i for i, c in enumerate(columns) if c.type.value in ("integer", "decimal", "money")}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([heading(column) for column in columns])
        for record in _records(columns, rows):
            writer.writerow([text(v) if i in numbers else guarded(text(v)) for i, v in enumerate(record)])


def _xlsx(columns: list[Column], rows: pa.Table, path: Path) -> None:
    if rows.num_rows > MAX_SHEET_ROWS:
        raise Refusal(Words("行数超过一张工作表，请导出 csv", "there are more rows than a sheet holds; export csv"))
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, **SAFE})
    sheet = book.add_worksheet(sheet_name(columns))
    plain = book.add_format({"num_format": "@", "quote_prefix": True})
    for i, column in enumerate(columns):
        sheet.write_string(0, i, heading(column))
    for at, record in enumerate(_records(columns, rows), 1):
        for i, value in enumerate(record):
            if value is not None:
                sheet.write_string(at, i, text(value), plain)
    book.close()


SAFE = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def sheet_name(columns: list[Column]) -> str:
    return "数据" if columns else "空"
