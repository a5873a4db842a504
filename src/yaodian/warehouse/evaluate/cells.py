"""格: the values of one indicator, a row for each place and slice, and how the parts of small places become those of large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.domain.place import CITY, Level
from yaodian.warehouse.evaluate.question import LEVELS

FIGURES = ("numerator", "denominator", "cell", "value", "low", "high")


@dataclass(frozen=True)
class Cells:
    """`table` has `place`, the places above it by level (`county`), one column a slice, and float columns `numerator`,
    `denominator`, `cell` (persons behind the value), `value`, `low` and `high` (of a sample); null where there is none.
    Where there is a numerator the value is `factor` × numerator ÷ denominator (or × the numerator alone).

    `unverified` where a value hangs on a parameter that was not checked at the issuing office.
    """

    table: pa.Table
    level: Level
    by: tuple[str, ...]
    unverified: bool = False
    factor: float = 1.0

    def above(self) -> list[str]:
        """The levels above the cells' own whose places stand beside them."""
        return [
            level.value for level in LEVELS if level.is_above(self.level) and level.value in self.table.column_names
        ]

    @property
    def key_names(self) -> list[str]:
        """The columns that tell cells apart."""
        return ["place", *self.by]


def rolled_up(answer: pa.Table, level: Level, by: Sequence[str], columns: Sequence[str], city: str) -> pa.Table:
    """The columns of an answer added up for the places of a level; rows that name no place of the level are left out
    (they count in the city). The rows stand in the order of places and slices: what is computed of them comes to the same
    last digit whatever order the engine answered in."""
    keys = [*([] if level is CITY else [level.value]), *by]
    above = [held.value for held in LEVELS if held.is_above(level) and held.value in answer.column_names]
    if level is not CITY:
        answer = answer.filter(pc.is_valid(answer[level.value]))
    sums = answer.group_by(keys).aggregate([(name, "sum") for name in columns] + [(name, "min") for name in above])
    found = {"place": pa.array([city] * sums.num_rows, pa.string()) if level is CITY else sums[level.value]}
    found |= {name: sums[f"{name}_min"] for name in above}
    found |= {name: sums[name].cast(pa.string()) for name in by}
    made = pa.table(found | {name: sums[f"{name}_sum"].cast(pa.float64()) for name in columns})
    return made.sort_by([(name, "ascending") for name in ("place", *by)])


def picked(rolled: pa.Table, by: Sequence[str], parts: Mapping[str, str]) -> pa.Table:
    """The parts of one indicator under their own names, beside its places and slices."""
    above = [level.value for level in LEVELS if level.value in rolled.column_names]
    kept = {name: rolled[name] for name in ("place", *above, *by)}
    return pa.table(kept | {part: rolled[column] for part, column in parts.items()})


def divided(table: pa.Table, factor: float, is_ratio: bool) -> pa.Table:
    """The parts with their value: numerator ÷ denominator, or the numerator alone; null where the denominator is 0.

    `cell` is the denominator (the numerator of what has none) where it is not there yet.
    """
    empty = pa.nulls(table.num_rows, pa.float64())
    value = pc.multiply(table["numerator"], pa.scalar(factor))
    below = empty
    if is_ratio:
        below = table["denominator"]
        value = pc.divide(value, pc.if_else(pc.equal(below, 0.0), pa.scalar(None, pa.float64()), below))
    made = {"denominator": below, "cell": below if is_ratio else table["numerator"], "low": empty, "high": empty}
    held = {name: table[name] for name in table.column_names}
    return pa.table(held | {k: v for k, v in made.items() if k not in held} | {"value": value})


def figures(rows: Sequence[Mapping[str, object]], names: Sequence[str]) -> pa.Table:
    """Cells from rows written as mappings; `names` are the text columns besides the place."""
    texts = [pa.field(name, pa.string()) for name in ("place", *names)]
    schema = pa.schema([*texts, *(pa.field(name, pa.float64()) for name in FIGURES)])
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
