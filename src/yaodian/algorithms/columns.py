"""What every algorithm asks of its input: columns of finite numbers, all of one length."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.ArrayLike
SLACK = 1e-9  # relative: sums of floats that miss a threshold by no more reach it


def floats(name: str, values: Numbers, length: int | None = None) -> Floats:
    """`values` as a column of floats. ValueError, naming the column and the place, where it is empty, not flat, not finite
    or not of the `length` asked for."""
    column = np.asarray(values, dtype=np.float64)
    if column.ndim != 1 or column.size == 0:
        raise ValueError(f"{name} is one column of at least one number, not of shape {column.shape}")
    if length is not None and column.size != length:
        raise ValueError(f"{name} has {column.size} numbers where {length} are needed")
    if not np.isfinite(column).all():
        raise ValueError(f"{name}[{int(np.argmin(np.isfinite(column)))}] is no finite number")
    return column


def from_zero(name: str, values: Numbers, length: int | None = None) -> Floats:
    """A column of numbers that are 0 or more."""
    column = floats(name, values, length)
    if (column < 0).any():
        raise ValueError(f"{name}[{int(np.argmax(column < 0))}] is below 0")
    return column


def above_zero(name: str, values: Numbers, length: int | None = None) -> Floats:
    """A column of numbers above 0."""
    column = floats(name, values, length)
    if (column <= 0).any():
        raise ValueError(f"{name}[{int(np.argmax(column <= 0))}] is not above 0")
    return column


def numbered(name: str, labels: Sequence[Hashable], length: int) -> tuple[list[Hashable], npt.NDArray[np.intp]]:
    """The different labels in the order they first appear, and for each row the number of its label among them."""
    if len(labels) != length:
        raise ValueError(f"{name} has {len(labels)} labels where {length} are needed")
    order: dict[Hashable, int] = {}
    numbers = np.fromiter((order.setdefault(label, len(order)) for label in labels), dtype=np.intp, count=length)
    return list(order), numbers
