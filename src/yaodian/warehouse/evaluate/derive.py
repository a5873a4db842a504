"""二阶: values made of other values: coefficients of variation, gaps, ranks, percentiles, shares of places, changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.algorithms.variation import (
    coefficient_of_variation,
    gap,
    ranks,
    weighted_coefficient_of_variation,
    weighted_percentile,
)
from yaodian.declare.indicator import Better, Derivation, How
from yaodian.domain.place import CITY, Level
from yaodian.warehouse.evaluate.cells import Cells, figures

Column = npt.NDArray[np.float64]
Parts = tuple[pa.ChunkedArray | None, pa.ChunkedArray | None, pa.ChunkedArray]  # numerator, denominator and value
Threshold = float | Mapping[str, float]


def compared(
    cells: Cells,
    level: Level,
    derived: Derivation,
    better: Better,
    threshold: Threshold | None,
    city: str,
    factor: float,
) -> Cells:
    """What the places of `cells` come to for the places of a level above them (a rank: for themselves).

    Places without a value are left out; a group with none left has no row.
    """
    measured = _measured(cells)
    if derived.how is How.RANK:
        return _ranked(measured, cells, better)
    rows: list[dict[str, Any]] = []
    for key, at in _groups(measured, level, cells.by, city).items():
        found = _of_group(measured, at, key[1:], derived, better, threshold)
        if found is not None:
            found["value"] *= factor
            rows.append({"place": key[0], **dict(zip(cells.by, key[1:], strict=True)), **found})
    return Cells(figures(rows, cells.by), level, cells.by, cells.unverified, factor)


def quotient(above: Cells, below: Cells, factor: float) -> Cells:
    """One indicator's values divided by another's, place by place and slice by slice."""

    def made(a: pa.ChunkedArray, b: pa.ChunkedArray) -> Parts:
        return a, b, _over(pc.multiply(a, factor), b)

    return replace(_paired(above, below, made), factor=factor)


def difference(first: Cells, second: Cells, factor: float = 1.0) -> Cells:
    """One indicator's values less another's, where both have one; `factor` puts them in the unit of the result."""
    return _paired(first, second, lambda a, b: (None, None, pc.multiply(pc.subtract(a, b), factor)))


def change(now: Cells, before: Cells, relative: bool, factor: float = 1.0) -> Cells:
    """How much more than before, or by which part of what was before."""
    if not relative:
        return replace(difference(now, before, factor), factor=1.0)

    def grown(a: pa.ChunkedArray, b: pa.ChunkedArray) -> Parts:
        return pc.subtract(a, b), b, pc.multiply(pc.subtract(_over(a, b), 1.0), factor)

    return replace(_paired(now, before, grown), factor=factor)


def _over(above: pa.ChunkedArray, below: pa.ChunkedArray) -> pa.ChunkedArray:
    """The quotient, null where the denominator is 0."""
    return pc.divide(above, pc.if_else(pc.equal(below, 0.0), pa.scalar(None, pa.float64()), below))


def _paired(first: Cells, second: Cells, made: Callable[[pa.ChunkedArray, pa.ChunkedArray], Parts]) -> Cells:
    """What the values of cells with the same place and slices come to, where both have one."""
    other = second.table.take(pc.index_in(_keys(first), value_set=_keys(second)))
    both = pc.and_(pc.is_valid(first.table["value"]), pc.is_valid(other["value"]))
    ours, other = first.table.filter(both), other.filter(both)
    empty = pa.nulls(ours.num_rows, pa.float64())
    numerator, denominator, value = made(ours["value"], other["value"])
    columns = {name: ours[name] for name in (*first.key_names, *first.above())}
    columns |= {"numerator": empty if numerator is None else numerator}
    columns |= {"denominator": empty if denominator is None else denominator}
    columns |= {"cell": pc.min_element_wise(ours["cell"], other["cell"]), "value": value, "low": empty, "high": empty}
    return Cells(pa.table(columns), first.level, first.by, first.unverified or second.unverified)


def _keys(cells: Cells) -> pa.Array:
    """Place and slices of each cell as one text; a slice without a code is its own."""
    columns = [cells.table[name].cast(pa.string()) for name in cells.key_names]
    joined = pc.binary_join_element_wise(*columns, "\x1f", null_handling="replace", null_replacement="\x00")
    return joined.combine_chunks()


def _measured(cells: Cells) -> dict[str, list[Any]]:
    """The rows that have a value, as columns."""
    table: pa.Table = cells.table
    kept: dict[str, list[Any]] = table.filter(pa.compute.is_valid(table["value"])).to_pydict()
    return kept


def _groups(
    measured: Mapping[str, Sequence[Any]], level: Level, by: Sequence[str], city: str
) -> dict[tuple[Any, ...], list[int]]:
    """The numbers of the rows that one place of the level holds, for each slice."""
    count = len(measured["place"])
    places = [city] * count if level is CITY else measured[level.value]
    found: dict[tuple[Any, ...], list[int]] = {}
    for number, key in enumerate(zip(places, *(measured[name] for name in by), strict=True)):
        if key[0] is not None:
            found.setdefault(key, []).append(number)
    return found


def _of_group(
    measured: Mapping[str, Sequence[Any]],
    at: list[int],
    slices: tuple[Any, ...],
    derived: Derivation,
    better: Better,
    threshold: Threshold | None,
) -> dict[str, Any] | None:
    values = np.array([measured["value"][n] for n in at])
    if derived.how is How.MEETING:
        limit = _limit(threshold, slices)
        if limit is None:
            return None
        meeting = float(np.sum(values >= limit if better is Better.UP else values <= limit))
        return {"numerator": meeting, "denominator": float(len(at)), "value": meeting / len(at), "cell": None}
    sizes = np.array([measured["denominator"][n] or 1.0 for n in at])
    result = _spread(values, sizes, derived)
    return None if np.isnan(result) else {"numerator": None, "denominator": None, "value": result, "cell": None}


def _spread(values: Column, sizes: Column, derived: Derivation) -> float:
    if derived.how is How.CV:
        coefficient = weighted_coefficient_of_variation if derived.weighted else coefficient_of_variation
        return coefficient(values * sizes, sizes)
    if derived.how is How.GAP:
        return gap(values, np.ones_like(values)).difference
    weights = sizes if derived.weighted else np.ones_like(sizes)
    return weighted_percentile(values, weights, derived.quantile or 0.0)


def _limit(threshold: Threshold | None, slices: tuple[Any, ...]) -> float | None:
    if isinstance(threshold, Mapping):
        return next((float(threshold[s]) for s in slices if s in threshold), None)
    return None if threshold is None else float(threshold)


def _ranked(measured: Mapping[str, Sequence[Any]], cells: Cells, better: Better) -> Cells:
    above = cells.above()[-1:]
    rows: list[dict[str, Any]] = []
    keyed: dict[tuple[Any, ...], list[int]] = {}
    for number in range(len(measured["place"])):
        keyed.setdefault(tuple(measured[name][number] for name in (*above, *cells.by)), []).append(number)
    for at in keyed.values():
        order = ranks([measured["value"][n] for n in at], highest_first=better is not Better.DOWN)
        for n, place in zip(at, order, strict=True):
            kept = {name: measured[name][n] for name in (*cells.key_names, *cells.above())}
            rows.append({**kept, "numerator": None, "denominator": float(len(at)), "value": float(place), "cell": None})
    return Cells(figures(rows, (*cells.by, *cells.above())), cells.level, cells.by, cells.unverified)
