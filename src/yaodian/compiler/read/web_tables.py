"""Tables of a web page: those that hold data, as rows of cells; tables that only lay a page out are not such."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from yaodian.compiler.read.lines import spaced, tidy

UNSEEN = frozenset(("script", "style", "noscript", "template", "select", "textarea", "button"))
BREAKING = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6"))
LONGEST_CELL = 2_000
WIDEST_SPAN = 60
WIDEST_TABLE = 100


def is_data_table(table: Any) -> bool:
    """Whether rows and columns mean something: two rows, two columns, no table inside, no cell that is an article."""
    if table.find(".//table") is not None:
        return False
    rows = list(table.iter("tr"))
    if len(rows) < 2 or max(len(_cells(row)) for row in rows) < 2:
        return False
    lengths = [len(_text(cell)) for row in rows for cell in _cells(row)]
    return max(lengths) <= LONGEST_CELL and not (len(rows) <= 3 and max(lengths) > max(400, sum(lengths) * 0.8))


def rows_of(table: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with their numbers; a cell that spans rows has its words in the first of them and empty cells below."""
    spans: dict[int, int] = {}
    for number, row in enumerate(table.iter("tr"), 1):
        cells: list[str] = []
        waiting = deque(_cells(row))
        while waiting or spans.get(len(cells), 0):
            column = len(cells)
            if spans.get(column, 0):
                spans[column] -= 1
                cells.append("")
                continue
            cell = waiting.popleft()
            if column < WIDEST_TABLE:
                spans[column] = _span(cell.get("rowspan")) - 1
            cells.append(_text(cell))
        if any(cells):
            yield number, tuple(cells)


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _span(value: str | None) -> int:
    return min(int(value), WIDEST_SPAN) if value and value.isdecimal() and len(value) < 4 and int(value) else 1


def _text(cell: Any) -> str:
    """The cell's words on one line."""
    parts: list[str] = []
    waiting: list[Any] = [cell]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        is_breaking = element.tag in BREAKING
        if element.tail and element is not cell:
            waiting.append(element.tail)
        if element.tag in UNSEEN:
            continue
        if is_breaking:
            parts.append(" ")
            waiting.append(" ")
        waiting.extend(reversed(element))
        if element.text:
            waiting.append(element.text)
    return tidy(spaced("".join(parts)))
