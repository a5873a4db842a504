"""二阶: values made of other values: coefficients of variation, gaps, ranks, percentiles, shares of places, changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

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
Figures = tuple[float | None, float | None]  # numerator and denominator, or a value without a denominator
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
    made = _paired(above, below, lambda a, b: (a, b), lambda a, b: factor * a / b if b else None)
    return replace(made, factor=factor)


def difference(first: Cells, second: Cells, factor: float = 1.0) -> Cells:
    """One indicator's values less another's, where both have one; `factor` puts them in the unit of the result."""
    return _paired(first, second, lambda a, b: (None, None), lambda a, b: factor * (a - b))


def change(now: Cells, before: Cells, relative: bool, factor: float = 1.0) -> Cells:
    """How much more than before, or by which part of what was before."""

    def grown(a: float, b: float) -> float | None:
        return factor * (a - b) if not relative else (factor * (a / b - 1) if b else None)

    made = _paired(now, before, lambda a, b: (a - b, b) if relative else (None, None), grown)
    return replace(made, factor=factor if relative else 1.0)


def _paired(
    first: Cells,
    second: Cells,
    parts: Callable[[float, float], Figures],
    value: Callable[[float, float], float | None],
) -> Cells:
    others = {tuple(row[k] for k in second.key_names): row for row in second.table.to_pylist()}
    rows = []
    for row in first.table.to_pylist():
        other = others.get(tuple(row[k] for k in first.key_names))
        a, b = row["value"], other["value"] if other else None
        if a is None or b is None:
            continue
        numerator, denominator = parts(a, b)
        cells = [c for c in (row["cell"], other["cell"] if other else None) if c is not None]
        kept = {name: row[name] for name in (*first.key_names, *first.above())}
        rows.append(
            {
                **kept,
                "numerator": numerator,
                "denominator": denominator,
                "value": value(a, b),
                "cell": min(cells, default=None),
            }
        )
    table = figures(rows, (*first.by, *first.above()))
    return Cells(table, first.level, first.by, first.unverified or second.unverified)


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
