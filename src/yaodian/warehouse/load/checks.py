"""校验: a file taken through reading, headings, typing and all checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyarrow as pa

from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load.checked import Checked, connect
from yaodian.warehouse.load.checking import KeysOf, outside, repeated, unreferenced
from yaodian.warehouse.load.identifiers import IDENTIFIERS, Identifier
from yaodian.warehouse.load.lost_digits import KnownOf, with_digits_filled
from yaodian.warehouse.load.matching import Matched, match
from yaodian.warehouse.load.reading import tables_of
from yaodian.warehouse.load.staging import stage
from yaodian.warehouse.load.table import RawTable
from yaodian.warehouse.load.typed import CodesOf, own_codes


@dataclass(frozen=True)
class Against:
    """What a file is checked against: code lists, the keys that the current release holds, numbers that check themselves,
    and what is known of values whose digits a spreadsheet lost."""

    codes_of: CodesOf = own_codes
    keys_of: KeysOf = lambda _register, _columns: None
    identifiers: Mapping[str, Identifier] = field(default_factory=lambda: IDENTIFIERS)
    known_of: KnownOf = lambda _register, _column: ()


def check_file(
    register: type[Register],
    path: Path,
    on: date,
    scope: Mapping[str, Sequence[str]] | None = None,
    against: Against | None = None,
    staged_told: Callable[[], object] = lambda: None,
) -> Checked:
    """The sheet of a file whose headings fit best, checked; Refusal where none does or the file cannot be read.
    `staged_told` is called when its rows are read and typed."""
    against = against or Against()
    table, matched = _fitting(register, path)
    connection = connect(table.file)
    try:
        staged = stage(connection, register, table, matched, on, against.codes_of, against.identifiers)
        staged_told()
        wrong = pa.concat_tables(
            [
                staged.wrong,
                repeated(connection, register),
                unreferenced(connection, register, against.keys_of),
                outside(connection, register, scope or {}),
            ]
        )
    finally:
        connection.close()
    checked = Checked(register, path.name, table.sheet, matched, staged.rows, wrong, against.identifiers)
    return with_digits_filled(checked, against.known_of)


def _fitting(register: type[Register], path: Path) -> tuple[RawTable, Matched]:
    best: tuple[RawTable, Matched] | None = None
    for table in tables_of(path):
        matched = match(register, table)
        if matched and (best is None or len(matched.place) > len(best[1].place)):
            best = table, matched
    if best is None:
        wanted = "、".join(c.label for c in register.columns if c.required)
        raise Refusal(
            Words(
                f"“{path.name}”里没有找到“{register.label}”的表头；至少要有：{wanted}",
                f"{path.name} has no headings of {register.english or register.id}; it needs at least: {wanted}",
            )
        )
    return best
