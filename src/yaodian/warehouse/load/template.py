"""模板: the workbook that an office fills in, made from a register's declaration alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from yaodian.declare.column import BOOLEAN, CODE, Code, Column
from yaodian.declare.register import Register
from yaodian.warehouse.load.export import SAFE
from yaodian.warehouse.load.typed import CodesOf, own_codes

ROWS_WITH_LISTS = 5_000
_KINDS = {
    "text": "文本", "code": "从下拉列表中选", "integer": "整数", "decimal": "数", "money": "金额", "date": "日期，如 2020-09-01",
    "instant": "时刻，如 2020-09-01 08:30", "boolean": "是 或 否", "period": "时期，如 2020-08、2019S1",
}  # fmt: skip


def template(
    register: type[Register],
    version: str = "",
    scope: Mapping[str, Sequence[str]] | None = None,
    codes_of: CodesOf = own_codes,
) -> bytes:
    """A workbook with headings (required ones marked *), comments, lists to pick from, an example row that an import
    passes over, a sheet that explains, and a hidden one that says version and scope."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **SAFE})
    sheet, explained, lists = (book.add_worksheet(word) for word in (register.label[:31], "填表说明", "代码"))
    columns = list(register.columns)
    styles = {
        True: book.add_format({"bold": True, "bg_color": "#FFF2CC", "border": 1}),
        False: book.add_format({"bold": True, "bg_color": "#E7E6E6", "border": 1}),
    }
    plain, grey = (
        book.add_format({"num_format": "@"}),
        book.add_format({"font_color": "#808080", "italic": True, "num_format": "@"}),
    )
    for i, column in enumerate(columns):
        sheet.set_column(i, i, max(12, 2 * len(column.label) + 4), plain)
        sheet.write_string(0, i, _head(column), styles[column.required])
        sheet.write_comment(0, i, _comment(column))
        example = column.example or ("是" if column.type is BOOLEAN else "")
        sheet.write_string(1, i, f"例：{example}" if i == 0 else example, grey)
        _list(sheet, lists, i, column, codes_of(column))
    sheet.freeze_panes(1, 0)
    for page in (sheet, explained):
        _print_set_up(page)
    _explain(explained, register, columns)
    lists.hide()
    _hidden(book, register, version, scope or {})
    book.close()
    return out.getvalue()


def _print_set_up(sheet: Any) -> None:
    """A4 lying, as wide as the paper, the headings again on each page, and which page it is."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _head(column: Column) -> str:
    unit = column.written_in or column.unit
    return f"{column.label}{f'（{unit.symbol}）' if unit and unit.symbol else ''}{'*' if column.required else ''}"


def _comment(column: Column) -> str:
    parts = ["必填" if column.required else "选填", _KINDS[column.type.value], column.meaning]
    return "；".join(part for part in parts if part)


def _list(sheet: Any, lists: Any, at: int, column: Column, codes: Sequence[Code]) -> None:
    words = ["是", "否"] if column.type is BOOLEAN else [code.label for code in codes] if column.type is CODE else []
    if not words:
        return
    for row, word in enumerate(words):
        lists.write_string(row, at, word)
    letters = xlsxwriter.utility.xl_col_to_name(at)
    source = f"='代码'!${letters}$1:${letters}${len(words)}"
    sheet.data_validation(1, at, ROWS_WITH_LISTS, at, {"validate": "list", "source": source, "error_type": "warning"})


def _explain(sheet: Any, register: type[Register], columns: Sequence[Column]) -> None:
    lines = [
        f"{register.label}：由{register.office}填报；依据：{register.reference}",
        "标 * 的列必填；“例：”一行可以留着，导入时会略过。",
    ]
    for at, line in enumerate(lines):
        sheet.write_string(at, 0, line)
    for place, word in enumerate(("列名", "填法", "例子")):
        sheet.write_string(3, place, word)
    for at, column in enumerate(columns, 4):
        for place, word in enumerate((column.label, _comment(column), column.example)):
            sheet.write_string(at, place, word)
    sheet.set_column(0, 2, 28)


def _hidden(book: Any, register: type[Register], version: str, scope: Mapping[str, Sequence[str]]) -> None:
    sheet = book.add_worksheet("版本")
    sheet.write_row(0, 0, ["register", register.id])
    sheet.write_row(1, 0, ["version", version])
    for at, (column, values) in enumerate(scope.items(), 2):
        sheet.write_row(at, 0, [column, *values])
    sheet.very_hidden()
