"""表样: what the workbooks have in common: cells, heads, printing; no text becomes a formula, a link or a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaodian.workspace.publish.wording import storable

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FACE: Mapping[str, Any] = {"font_name": "宋体", "font_size": 10}
CELL: Mapping[str, Any] = {**FACE, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#B8C0C8"}
HEAD: Mapping[str, Any] = {**CELL, "bold": True, "bg_color": "#EEF1F4", "align": "center", "valign": "vcenter"}
TITLE: Mapping[str, Any] = {**FACE, "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"}
A3, A4 = 8, 9


def print_wide(sheet: Any, paper: int, head: tuple[int, int] | None = None) -> None:
    """Landscape, as wide as the page, the first to the last row of the head on every page, the pages numbered."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    if head:
        sheet.repeat_rows(*head)
    sheet.set_footer("&C&P / &N")


def put(sheet: Any, row: int, column: int, value: str | float | None, style: Any) -> None:
    """A number as a number, words as words, nothing as an empty cell."""
    if isinstance(value, str) and value:
        sheet.write_string(row, column, storable(value), style)
    elif value is None or value == "":
        sheet.write_blank(row, column, None, style)
    else:
        sheet.write_number(row, column, value, style)


def lines_of(value: object, width: float) -> int:
    """How many lines a value takes in a column (a Chinese character takes two of its units), at most what Excel shows."""
    text = str(value)
    units = sum(2 if c > "\u2e7f" else 1 for c in text) + text.count("\n") * width
    return min(30, max(1, -(-int(units * 1.08) // int(width))))
