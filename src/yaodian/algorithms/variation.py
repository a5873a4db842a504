"""差异: how far places lie apart: coefficients of variation, gaps, percentiles and ranks of amounts held against sizes.

A place is a row: `amount` is what it has (books, teachers, m²; 0 or more), `size` what that is held against (pupils;
above 0), `amount / size` its ratio. Places without size have no ratio and are left out by the caller. All functions raise
ValueError, naming the column and the row, for anything else.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from yaodian.algorithms.columns import Floats, Numbers, above_zero, floats, from_zero, numbered


@dataclass(frozen=True, slots=True)
class Gap:
    """差距: the lowest and the highest ratio, how much they differ, how many times the lowest the highest is (inf of 0)."""

    lowest: float
    highest: float

    @property
    def difference(self) -> float:
        return self.highest - self.lowest

    @property
    def times(self) -> float:
        if self.lowest == 0:
            return float("nan") if self.highest == 0 else float("inf")
        return self.highest / self.lowest


def weighted_coefficient_of_variation(amount: Numbers, size: Numbers) -> float:
    """差异系数: CV = S / X̄ with X̄ = Σx / ΣP and S = √Σ (P/ΣP)(x/P − X̄)², the population form, weighed by size.

    The mean is the whole's total over the whole's size, never the mean of ratios. NaN where all amounts are 0.
    """
    return float(_weighted(*_columns(amount, size), np.zeros(np.size(size), dtype=np.intp), 1)[0])


def weighted_coefficients_of_variation_by(
    groups: Sequence[Hashable], amount: Numbers, size: Numbers
) -> dict[Hashable, float]:
    """The weighted coefficient of each group (the county of each school), groups in the order they first appear."""
    amounts, sizes = _columns(amount, size)
    labels, numbers = numbered("groups", groups, sizes.size)
    values = _weighted(amounts, sizes, numbers, len(labels))
    return {label: float(value) for label, value in zip(labels, values, strict=True)}


def coefficient_of_variation(amount: Numbers, size: Numbers) -> float:
    """The unweighted coefficient of the ratios, population form: every place counts alike. NaN where all amounts are 0."""
    amounts, sizes = _columns(amount, size)
    ratios = amounts / sizes
    return float(np.std(ratios) / np.mean(ratios)) if ratios.any() else float("nan")


def gap(amount: Numbers, size: Numbers) -> Gap:
    """The lowest and the highest ratio of all places."""
    amounts, sizes = _columns(amount, size)
    ratios = amounts / sizes
    return Gap(float(ratios.min()), float(ratios.max()))


def weighted_percentile(values: Numbers, weights: Numbers, quantile: float) -> float:
    """The value that at least `quantile` (0–1) of the weight lies at or below, and the rest at or above; where that
    holds for two neighbours, the middle between them, so equal weights and 0.5 give the ordinary median."""
    if not 0 <= quantile <= 1:
        raise ValueError(f"a quantile lies between 0 and 1, not at {quantile}")
    column = floats("values", values)
    order = np.argsort(column, kind="stable")
    ordered, reached = column[order], np.cumsum(above_zero("weights", weights, column.size)[order])
    wanted, slack = quantile * reached[-1], 1e-12 * reached[-1]
    low = int(np.searchsorted(reached, wanted - slack))
    high = int(np.searchsorted(reached, wanted + slack, side="right"))
    last = column.size - 1
    return float((ordered[min(low, last)] + ordered[min(high, last)]) / 2)


def ranks(values: Numbers, *, highest_first: bool = True) -> npt.NDArray[np.intp]:
    """The place of each value, from 1; equal values share the best place and the next are counted on: 1, 2, 2, 4."""
    column = floats("values", values)
    column = -column if highest_first else column
    return np.searchsorted(np.sort(column), column) + 1


def shares_at_or_below(values: Numbers) -> Floats:
    """百分位: for each value the share (0–1) of all values that are not above it."""
    column = floats("values", values)
    shares: Floats = np.searchsorted(np.sort(column), column, side="right") / column.size
    return shares


def _columns(amount: Numbers, size: Numbers) -> tuple[Floats, Floats]:
    sizes = above_zero("size", size)
    return from_zero("amount", amount, sizes.size), sizes


def _weighted(amounts: Floats, sizes: Floats, group: npt.NDArray[np.intp], groups: int) -> Floats:
    whole = np.bincount(group, sizes, groups)
    mean = np.bincount(group, amounts, groups) / whole
    squares = np.bincount(group, sizes * (amounts / sizes - mean[group]) ** 2, groups) / whole
    result: Floats = np.divide(np.sqrt(squares), mean, out=np.full(groups, np.nan), where=mean > 0)
    return result
