"""表格行: the rows of a table written with bars or a cell a line."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from yaodian.compiler.parse.columns import Column, column_called, is_table_head, settled
from yaodian.compiler.parse.layout import Layout, Line
from yaodian.compiler.parse.marks import Level, mark_at
from yaodian.compiler.parse.times import is_time
from yaodian.compiler.parse.unit_names import looks_like_person, looks_like_unit

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column from `start` to `end`; a row that only names a category has its words in `category`."""

    start: int
    end: int
    cells: tuple[tuple[Column, Cell], ...]
    category: Cell | None = None

    def of(self, *columns: Column) -> list[Cell]:
        return [cell for column, cell in self.cells if column in columns and cell[1] > cell[0]]


def bar_rows(layout: Layout) -> list[Row]:
    """Rows of `| cell | cell |` lines, from the first that names columns on."""
    columns: list[Column] = []
    rows: list[Row] = []
    for line in layout.lines:
        if layout.text.count("|", line.start, line.end) < 2:
            continue
        cells = _bar_cells(layout.text, line)
        named = [column_called(layout.text[a:b]) for a, b in cells]
        if not columns or is_table_head(named):
            if is_table_head(named):
                columns = settled([c or Column.OTHER for c in named])
            continue
        filled = [c for c in cells if c[1] > c[0]]
        if not filled or re.fullmatch(r"[-: |]+", layout.text[line.start : line.end]):
            continue
        alone = len({layout.text[a:b] for a, b in filled}) == 1 and len(columns) > 2
        pairs = tuple(zip(columns, cells, strict=False))
        rows.append(Row(line.start, line.end, pairs, filled[0] if alone else None))
    return rows


def _bar_cells(text: str, line: Line) -> list[Cell]:
    cells: list[Cell] = []
    at = line.start + (text[line.start] == "|")
    end = line.end - (text[line.end - 1] == "|")
    while at <= end:
        bar = text.find("|", at, end)
        bar = end if bar < 0 else bar
        low, high = at, bar
        while low < high and text[low] == " ":
            low += 1
        while high > low and text[high - 1] == " ":
            high -= 1
        cells.append((low, high))
        at = bar + 1
    return cells


def line_rows(layout: Layout) -> list[Row]:
    """Rows written a cell a line, after lines that name the columns one by one."""
    lines = layout.lines
    named = [column_called(layout.text[line.start : line.end]) for line in lines]
    for at in range(len(lines)):
        width = next((n for n in range(len(lines) - at) if named[at + n] is None), len(lines) - at)
        if width >= 3 and is_table_head(named[at : at + width]):
            columns = settled([c for c in named[at : at + width] if c])
            return _rows_after(layout, lines[at + width :], columns)
    return []


def _rows_after(layout: Layout, lines: list[Line], columns: list[Column]) -> list[Row]:
    rows: list[Row] = []
    if columns[0] is not Column.NUMBER:
        return [
            _fitted(layout, lines[i : i + len(columns)], columns)
            for i in range(0, len(lines) - len(columns) + 1, len(columns))
        ]
    starts = _numbered(layout, lines)
    bounds = [*starts, len(lines)]
    for line in lines[: starts[0]] if starts else []:
        rows.append(Row(line.start, line.end, (), (line.start, line.end)))
    for at, following in itertools.pairwise(bounds):
        group = lines[at:following]
        closing = _category_at_end(layout, group, columns) if following < len(lines) else 0
        rows.append(_fitted(layout, group[: len(group) - closing], columns))
        rows += [Row(line.start, line.end, (), (line.start, line.end)) for line in group[len(group) - closing :]]
    return rows


def _numbered(layout: Layout, lines: list[Line]) -> list[int]:
    """Lines that hold nothing but the next number."""
    starts: list[int] = []
    expected = None
    for index, line in enumerate(lines):
        words = layout.text[line.start : line.end].rstrip(".、")
        if words.isdecimal() and (expected is None or int(words) in (expected, expected + 1, 1)) and len(words) < 4:
            starts.append(index)
            expected = int(words) + 1
    return starts


def _category_at_end(layout: Layout, group: list[Line], columns: list[Column]) -> int:
    """1 where the last line of a row's lines is the next category's name."""
    last = layout.text[group[-1].start : group[-1].end]
    mark = mark_at(layout.text, group[-1].start, group[-1].end)
    if mark and mark.level <= Level.GROUP:
        return 1
    if len(group) <= len(columns) or len(last) > 24 or last[-1] in "。;":
        return 0
    tail = columns[-1]
    return int(
        tail in (Column.OTHER, Column.PERSON)
        and not re.search(r"\d{4}", last)
        and not looks_like_person(last)
        and _fit(last, tail) <= 0
    )


def _fitted(layout: Layout, lines: list[Line], columns: list[Column]) -> Row:
    """Lines laid to columns in order so that each says what its column holds (a cell may be missing or broken in two)."""
    words = [layout.text[line.start : line.end] for line in lines]
    table: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    for column in range(len(columns)):
        for used in range(len(lines) + 1):
            if (column, used) not in table:
                continue
            score, taken = table[(column, used)]
            for count in range(min(4, len(lines) - used) + 1):
                gain = _worth(words[used : used + count], columns[column])
                old = table.get((column + 1, used + count))
                if old is None or score + gain > old[0]:
                    table[(column + 1, used + count)] = (score + gain, [*taken, count])
    _, counts = table.get((len(columns), len(lines)), (0.0, [1] * min(len(columns), len(lines))))
    cells: list[tuple[Column, Cell]] = []
    at = 0
    for holds, count in zip(columns, counts, strict=False):
        if count:
            cells.append((holds, (lines[at].start, lines[at + count - 1].end)))
        at += count
    return Row(lines[0].start, lines[-1].end, tuple(cells))


def _worth(words: list[str], column: Column) -> float:
    if not words:
        return -1.5
    broken = sum(1.0 for w in words[:-1] if len(w) < 14 or w[-1] in "。;")
    return sum(_fit(w, column) for w in words) / len(words) - broken - 0.1 * (len(words) - 1)


def _fit(words: str, column: Column) -> float:
    """How well a line says what a column holds."""
    units = [w for w in re.split(r"[、,;及 ]", re.sub(r"\([^()]*\)", "", words)) if w]
    is_units = bool(units) and all(looks_like_unit(w) for w in units) and len(words) < 80
    if column is Column.NUMBER:
        return 3.0 if words.rstrip(".、").isdecimal() else -3.0
    if column in (Column.LEAD, Column.SUPPORT, Column.RESPONSIBLE):
        return 2.0 if is_units else -1.0
    if column is Column.TIME:
        return 2.0 if is_time(words) else -1.5
    if column is Column.PERSON:
        return 2.0 if looks_like_person(re.sub(r"\(.*", "", words)) else -0.5
    if column in (Column.TASK, Column.CONTENT, Column.GOAL):
        return (1.0 if len(words) >= 6 else 0.2) - (1.5 if is_units or is_time(words) else 0.0)
    if re.search(r"\d{3,4}-?\d{6,}", words):
        return 2.0
    return 0.3 - (0.6 if is_units or is_time(words) else 0.0)
