"""待办表工作簿: what a unit is due to report, for WPS and Excel: grey cells are given and locked, white ones are to be
filled in; and the same form with the rows that were not taken, their wrong cells red."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from yaodian.domain.finding import Words
from yaodian.workspace.due_form import EXPLAINED, FILLED, FORM, HIDDEN, SHEET, Cell, DueForm, DueRow
from yaodian.workspace.publish.sheets import A3, CELL, FACE, HEAD, PLAIN, TITLE, lines_of, print_wide, put

WIDTHS: Mapping[Cell, int] = {
    Cell.SUBJECT: 11, Cell.VERSION: 5, Cell.TITLE: 28, Cell.PROMISE: 9, Cell.WORDS: 22, Cell.PROMISED: 9, Cell.DUE: 11,
    Cell.MEASURED: 11, Cell.SOURCE: 16, Cell.MEASURED_ON: 11, Cell.SAID: 9, Cell.SAID_ON: 11, Cell.VALUE: 13,
    Cell.AS_OF: 15, Cell.NOTE: 20,
}  # fmt: skip
REASON, HINT = Words("错误原因", "Reason"), Words("修改建议", "What to do")
GREY = {**CELL, "bg_color": "#E7E9EC", "num_format": "@"}
WHITE = {**CELL, "num_format": "@", "locked": False}
RED = {**WHITE, "bg_color": "#FFC7CE", "font_color": "#9C0006"}
HEAD_ROW = 2
EXPLANATION = (
    "白色的格子由本单位填写；灰色的格子是系统给出的，不用填、也改不动。",
    "“登记簿实测”的行没有白格：数由登记簿算出，来源和截至日期写在旁边；不对就更正登记簿，不在这里改。",
    "本次填报值：只填一个数，按“承诺值”的单位。数据截至日期：写成 2020-06-30 的样子，不晚于今天。说明可以不填。",
    "不报的行把白格全部留空；没有改动的行不会产生记录，同一份文件交两次也只算一次。",
    "填好后在网页“交回表格”交回，也可用 yaodian ledger-in。没有收下的行会写进“错误清单”工作簿：红格是错处，改好后用同样的办法再交。",
)


def write_due_form(path: Path | BinaryIO, form: DueForm) -> None:
    """Write the form to a path or an open file; rows with a fault make it the list of wrong rows, with a reason and a hint each. The same form gives
    the same bytes, and nothing in it is a formula."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    with xlsxwriter.Workbook(path, PLAIN) as book:
        book.set_properties({"title": form.name, "author": "", "created": datetime.combine(form.on, time())})
        sheet, explained, hidden = (book.add_worksheet(name) for name in (SHEET, EXPLAINED, HIDDEN))
        given = {"title": TITLE, "head": HEAD, "grey": GREY, "white": WHITE, "red": RED, "note": FACE}
        formats = {name: book.add_format(dict(style)) for name, style in given.items()}
        _head(sheet, formats, form)
        for line, row in enumerate(form.rows, start=HEAD_ROW + 1):
            _row(sheet, formats, line, row)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        explained.set_column(0, 0, 110)
        for line, text in enumerate(EXPLANATION):
            put(explained, line, 0, text, formats["note"])
        for line, pair in enumerate((("form", FORM), ("unit", form.unit), ("made_on", form.on.isoformat()))):
            hidden.write_row(line, 0, pair)
        hidden.very_hidden()


def _head(sheet: Any, formats: Mapping[str, Any], form: DueForm) -> None:
    wrong = any(row.fault for row in form.rows)
    last = len(Cell) - 1 + (2 if wrong else 0)
    sheet.merge_range(0, 0, 0, last, f"{form.name}待办表" + ("：没有收下的行" if wrong else ""), formats["title"])
    asked = sum(row.is_asked for row in form.rows)
    told = f"{form.on}　共{len(form.rows)}行，其中{asked}行要填（白格）"
    sheet.merge_range(1, 0, 1, last, told, formats["note"])
    sheet.set_row(0, 28)
    for column, cell in enumerate(Cell):
        sheet.set_column(column, column, WIDTHS[cell])
        put(sheet, HEAD_ROW, column, cell.value, formats["head"])
    for column, words in enumerate((REASON, HINT) if wrong else (), start=len(Cell)):
        sheet.set_column(column, column, 26)
        put(sheet, HEAD_ROW, column, words.zh, formats["head"])
    sheet.set_row(HEAD_ROW, 28)
    sheet.freeze_panes(HEAD_ROW + 1, 3)
    print_wide(sheet, A3, (HEAD_ROW, HEAD_ROW))


def _row(sheet: Any, formats: Mapping[str, Any], line: int, row: DueRow) -> None:
    texts = [row[cell] for cell in Cell]
    widths = [WIDTHS[cell] for cell in Cell]
    for column, cell in enumerate(Cell):
        is_wrong = row.fault is not None and row.fault.cell is cell
        white = cell in FILLED and (row.is_asked or bool(row[cell]))
        put(sheet, line, column, row[cell], formats["red" if is_wrong else "white" if white else "grey"])
    if row.fault is not None:
        said = row.fault.reason.zh, row.fault.hint.zh
        texts, widths = [*texts, *said], [*widths, 26, 26]
        for column, text in enumerate(said, start=len(Cell)):
            put(sheet, line, column, text, formats["grey"])
    sheet.set_row(line, 4 + 13.5 * max(map(lines_of, texts, widths)))
