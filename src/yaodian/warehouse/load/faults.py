"""差错: one wrong cell or row: where it stands, why, its masked value, and how to repair it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaodian.declare.column import Column, Privacy
from yaodian.domain.finding import Severity, Words


@dataclass(frozen=True, slots=True)
class Fault:
    """`row` is the row of the sheet as a spreadsheet numbers it; 0 and an empty cell where the heading is at fault."""

    register: str
    column: str
    row: int
    sheet: str
    cell: str
    cause: str
    value: str
    words: Words
    hint: Words
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Root:
    """根因: one cause that many rows share; one fix clears `rows` of them. `first` are its first faults."""

    column: str
    cause: str
    words: Words
    hint: Words
    severity: Severity
    rows: int
    first: Sequence[Fault]


def masked(value: str, column: Column | None) -> str:
    """The value as a report may show it: P0–P2 as they stand, P3 by its first sign, P4 not at all."""
    if not value or column is None:
        return ""
    if column.privacy >= Privacy.P4:
        return "＊" * min(len(value), 4)
    if column.privacy is Privacy.P3 or column.vault:
        return value[0] + "＊" * min(len(value) - 1, 3)
    return value if len(value) <= 40 else value[:39] + "…"


def address(column: int, row: int) -> str:
    """C12 of column 2, row 12."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
