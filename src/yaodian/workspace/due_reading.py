"""待办表回读: a filled form, or its list of wrong rows, read again; what is no such form is refused in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.archive import broken, check_archive, check_spread
from yaodian.warehouse.load.formats import TableFormat, table_format
from yaodian.warehouse.load.grid import text_of
from yaodian.workspace.due_form import FORM, HIDDEN, REQUIRED, SHEET, Cell, DueRow

HEAD_WITHIN = 20
MOST_ROWS = 20_000


@dataclass(frozen=True)
class FilledForm:
    """The unit that the form was made for, and its rows as they were typed."""

    unit: str
    rows: tuple[DueRow, ...]


def read_due_form(path: Path) -> FilledForm:
    """The form in a workbook (xlsx, xls, also saved by WPS). Columns are known by their headings, wherever they stand."""
    sheets = _sheets(path)
    scope = {text_of(row[0]): text_of(row[1]) for row in sheets.get(HIDDEN, []) if len(row) > 1}
    if scope.get("form") != FORM or SHEET not in sheets:
        raise Refusal(
            Words(
                f"“{path.name}”不是本系统的待办表（缺工作表“{SHEET}”或“{HIDDEN}”）；请用 yaodian ledger 重新下载后填写",
                f"{path.name} is no form of this system: make one with yaodian ledger and fill it in",
            )
        )
    return FilledForm(scope.get("unit", ""), tuple(_rows(sheets[SHEET], path.name)))


def _sheets(path: Path) -> dict[str, list[list[Any]]]:
    import python_calamine as calamine  # noqa: PLC0415 - slow library, only when reading

    found = table_format(path)
    if found not in (TableFormat.XLSX, TableFormat.XLS):
        raise Refusal(Words(f"“{path.name}”不是工作簿，请交 xlsx 文件", f"{path.name} is no workbook: give an xlsx"))
    if found is TableFormat.XLSX:
        with check_archive(path) as archive:
            check_spread(archive, path.name)
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        wanted = [name for name in book.sheet_names if name in (SHEET, HIDDEN)]
        sheets = {name: book.get_sheet_by_name(name) for name in wanted}
        if all(sheet.total_height * sheet.total_width <= limits.MAX_CELLS for sheet in sheets.values()):
            return {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items()}
    except Exception as fault:
        raise broken(path.name) from fault
    raise Refusal(Words(f"“{path.name}”的工作表太大，请删去多余的行", f"a sheet of {path.name} is too large"))


def _rows(rows: Sequence[Sequence[Any]], name: str) -> list[DueRow]:
    at, columns = _head(rows, name)
    if len(rows) - at > MOST_ROWS:
        raise Refusal(Words(f"“{name}”超过{MOST_ROWS}行，请分开交", f"{name} has more than {MOST_ROWS} rows: split it"))
    found = []
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        texts = [text_of(value).strip() for value in row]
        cells = {cell: texts[column] for cell, column in columns.items() if column < len(texts) and texts[column]}
        if cells:
            found.append(DueRow(cells, is_asked=True, number=number))
    return found


def _head(rows: Sequence[Sequence[Any]], name: str) -> tuple[int, dict[Cell, int]]:
    headings = {cell.value.rstrip("*"): cell for cell in Cell}
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        words = [text_of(value).strip().rstrip("*") for value in row]
        columns = {headings[word]: place for place, word in reversed(list(enumerate(words))) if word in headings}
        if Cell.SUBJECT in columns and Cell.VALUE in columns:
            if missing := [cell.value for cell in REQUIRED if cell not in columns]:
                raise Refusal(
                    Words(f"“{name}”缺少列：{'、'.join(missing)}", f"{name} lacks columns: {', '.join(missing)}")
                )
            return at, columns
    raise Refusal(Words(f"“{name}”没有表头“{Cell.SUBJECT.value}……{Cell.VALUE.value}”", f"{name} has no heading row"))
