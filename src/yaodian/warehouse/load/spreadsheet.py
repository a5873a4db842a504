"""Workbooks: xlsx, xls, xlsb and what WPS writes; values only, formulas are never evaluated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import python_calamine as calamine

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.archive import broken, check_archive, check_spread
from yaodian.warehouse.load.formats import TableFormat
from yaodian.warehouse.load.grid import as_table, text_of
from yaodian.warehouse.load.table import RawTable, arrow_opener


def workbook_tables(path: Path, format: TableFormat) -> Iterator[RawTable]:  # noqa: A002 - the word of the subject
    """The visible sheets that hold anything, one at a time."""
    if format is not TableFormat.XLS:
        with check_archive(path) as archive:
            check_spread(archive, path.name)
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        sheets = book.sheets_metadata[: limits.MAX_SHEETS]
    except Exception as error:
        raise broken(path.name) from error
    for sheet in sheets:
        if sheet.visible != calamine.SheetVisibleEnum.Visible or sheet.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        rows = _rows(book, sheet.name, path.name)
        if rows:
            yield _table(sheet.name, rows)


def _rows(book: calamine.CalamineWorkbook, sheet: str, name: str) -> list[list[object]]:
    try:
        found = book.get_sheet_by_name(sheet)
        if found.total_height * found.total_width > limits.MAX_CELLS:
            raise Refusal(Words(f"“{name}”的工作表太大，请分成几个文件", f"a sheet of {name} is too large; split it"))
        rows = [list[object](row) for row in found.to_python(skip_empty_area=False)]
        merged = getattr(found, "merged_cell_ranges", None) or ()
    except Refusal:
        raise
    except Exception as error:
        raise broken(name) from error
    _spread(rows, merged)
    return rows


def _spread(rows: list[list[object]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Write the value of a merged heading into each of its cells; cells merged below the headings stay as they are."""
    for (top, left), (bottom, right) in merged:
        if bottom < limits.TOP_ROWS and bottom < len(rows) and (right > left or bottom > top):
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [rows[top][left]] * len(row[left : right + 1])


def _table(sheet: str, rows: list[list[object]]) -> RawTable:
    width = max(len(row) for row in rows)
    if width > limits.MAX_COLUMNS:
        rows, width = _narrowed(rows)
    texts = as_table(rows, width)
    top = [[text_of(value) for value in row] for row in rows[: limits.TOP_ROWS]]
    return RawTable(sheet, top, width, arrow_opener(texts))


def _narrowed(rows: list[list[object]]) -> tuple[list[list[object]], int]:
    """Without the empty columns that formatting left at the right."""
    width = max((i + 1 for row in rows for i, value in enumerate(row) if value not in ("", None)), default=1)
    if width > limits.MAX_COLUMNS:
        raise Refusal(
            Words(f"工作表有{width}列，太多了，请只留要导入的列", f"the sheet has {width} columns; keep those to load")
        )
    return [row[:width] for row in rows], width
