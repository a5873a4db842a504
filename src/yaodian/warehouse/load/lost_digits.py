"""丢失的位数: numbers that a spreadsheet turned into powers of ten, filled where other registers know of exactly one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.column import Column
from yaodian.declare.register import Register
from yaodian.warehouse.load.checked import Checked, connect
from yaodian.warehouse.load.staging import ROW
from yaodian.warehouse.sql import named, quoted

LOST, FILLED = "digits_lost", "digits_filled"
NEEDED = 2
"""How many of a column's `known_by` must be there to tell whose a value is."""
Sources = Iterable[tuple[str, pa.Table]]
KnownOf = Callable[[type[Register], Column], Sources]
"""By register of the current release: the values of a column beside those of its `known_by` columns that it holds."""


def with_digits_filled(checked: Checked, known_of: KnownOf) -> Checked:
    """The same rows; where a lost number can only be one, that one, marked by a warning and in `filled`."""
    for at, column in enumerate(checked.register.columns):
        tells = {c.name for c in checked.register.columns}.issuperset(column.known_by[:NEEDED])
        may_be = column.known_by and tells and column.name not in checked.register.key
        if may_be and (at, LOST) in checked.by_cause:
            checked = _with_column_filled(checked, at, column, known_of(checked.register, column))
    return checked


def _with_column_filled(checked: Checked, at: int, column: Column, sources: Sources) -> Checked:
    is_lost = pc.and_(pc.equal(checked.wrong["at"], at), pc.equal(checked.wrong["cause"], LOST))
    lost = checked.staged.join(checked.wrong.filter(is_lost).select(["row", "raw"]), ROW, "row", join_type="inner")
    only = _only_candidates(_candidates(lost, column, sources))
    if not only:
        return checked
    rows = pa.array(only, pa.int64())
    place = pc.index_in(checked.staged[ROW], value_set=rows)
    values = pa.array([value for value, _ in only.values()], pa.string())
    filled = pc.coalesce(values.take(place.combine_chunks()), checked.staged[column.name])
    is_filled = pc.and_(is_lost, pc.is_in(checked.wrong["row"], value_set=rows))
    causes = pc.if_else(is_filled, FILLED, checked.wrong["cause"])
    where = checked.wrong.column_names.index("cause")
    return replace(
        checked,
        staged=checked.staged.set_column(checked.staged.column_names.index(column.name), column.name, filled),
        wrong=checked.wrong.set_column(where, checked.wrong.schema.field("cause"), causes),
        filled={**checked.filled, **{row: source for row, (_, source) in only.items()}},
    )


def _candidates(lost: pa.Table, column: Column, sources: Sources) -> Iterable[tuple[int, str, str, str]]:
    """Rows with their text, each value that a source holds of the same person, and the source. A source agrees in all
    of the `known_by` columns that it holds."""
    connection = connect()
    connection.register("lost", lost)
    for source, known in sources:
        shared = [name for name in column.known_by if name in known.column_names and name in lost.column_names]
        connection.register("known", known)
        same = " AND ".join(f"l.{named(name)} = k.{named(name)}" for name in shared)
        yield from connection.execute(
            f"SELECT DISTINCT l.{ROW}, l.raw, k.{named(column.name)}, {quoted(source)} FROM lost AS l "
            f"JOIN known AS k ON {same} WHERE k.{named(column.name)} IS NOT NULL ORDER BY ALL"
        ).fetchall()
    connection.close()


def _only_candidates(candidates: Iterable[tuple[int, str, str, str]]) -> dict[int, tuple[str, str]]:
    """For each row with exactly one possible value that value and the first source that holds it."""
    possible: dict[int, dict[str, str]] = {}
    for row, text, value, source in candidates:
        if could_be(text, value):
            possible.setdefault(row, {}).setdefault(value, source)
    return {row: next(iter(found.items())) for row, found in possible.items() if len(found) == 1}


def could_be(text: str, value: str) -> bool:
    """Whether a number is one that a spreadsheet shows as this power of ten, its last digit rounded or cut."""
    mantissa, _, exponent = text.upper().partition("E")
    whole, _, fraction = mantissa.partition(".")
    if not (value.isascii() and value.isdigit() and whole.isdigit() and len(value) - 1 == int(exponent)):
        return False
    rounded = f"{Decimal(value):.{len(fraction)}E}".partition("E")[0]
    return value.startswith(whole + fraction) or rounded == mantissa
