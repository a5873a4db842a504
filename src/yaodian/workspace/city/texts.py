"""文字: whole columns of numbers, days and words turned into columns of text at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Flags, Ints

DASHED, SLASHED, CHINESE, PLAIN = "dashed", "slashed", "chinese", "plain"
"""How a file writes days: 2019-09-01, 2019/9/1, 2019年9月1日, 20190901."""


def words(pool: Sequence[str], index: Ints) -> Any:
    """The words of a pool at these places; a place below zero means none."""
    return pc.take(pa.array(pool, pa.string()), pa.array(index, mask=index < 0))


def joined(*parts: Any) -> Any:
    """The parts written one after the other, row by row; a part may be one text for all rows. No value joins as nothing."""
    options = {"null_handling": "replace", "null_replacement": ""}
    return pc.binary_join_element_wise(*parts, "", **options)


def of_bytes(matrix: np.ndarray[Any, np.dtype[np.uint8]]) -> Any:
    """A column of texts of one width from a matrix of their ASCII characters."""
    rows, width = matrix.shape
    offsets = pa.py_buffer(np.arange(0, rows * width + 1, width, dtype=np.int32).tobytes())
    return pa.Array.from_buffers(pa.string(), rows, [None, offsets, pa.py_buffer(np.ascontiguousarray(matrix))])


def digit_matrix(numbers: Ints, width: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The decimal digits of numbers as ASCII characters, with leading zeros."""
    powers = 10 ** np.arange(width - 1, -1, -1, dtype=np.int64)
    return (numbers[:, None] // powers % 10 + 48).astype(np.uint8)


def digits(numbers: Ints, width: int) -> Any:
    """Numbers as texts of one width."""
    return of_bytes(digit_matrix(numbers, width))


def with_nulls(column: Any, keep: Flags) -> Any:
    """The column with no value where it is not to be kept."""
    return pc.if_else(pa.array(keep), column, pa.scalar(None, pa.string()))


def where(chosen: Flags, these: Any, those: Any) -> Any:
    """These texts where chosen, those elsewhere."""
    return pc.if_else(pa.array(chosen), these, those)


def at(column: Any, index: Ints) -> Any:
    """The texts at these places of a column; a place below zero means none."""
    return pc.take(column, pa.array(index, mask=index < 0))


def days_as(values: Any, style: str) -> Any:
    """Days (numbers since 1970, with no value where missing) in one of the styles."""
    numbers = values if isinstance(values, pa.Array) else pa.array(values)
    if numbers.null_count == len(numbers):
        return pa.nulls(len(numbers), pa.string())
    low, high = pc.min(numbers).as_py(), pc.max(numbers).as_py()
    first = low // DECADE
    calendar = pa.concat_arrays([_calendar(style, decade) for decade in range(first, high // DECADE + 1)])
    return pc.take(calendar, pc.subtract(numbers, first * DECADE))


DECADE = 3653
"""Days of ten years or so: calendars are kept by whole decades, since many columns ask for the same ones."""


@cache
def _calendar(style: str, decade: int) -> Any:
    days = np.arange(decade * DECADE, (decade + 1) * DECADE).astype("M8[D]").tolist()
    return pa.array([_written(one, style) for one in days], pa.string())


def _written(one: Any, style: str) -> str:
    if style == SLASHED:
        return f"{one.year}/{one.month}/{one.day}"
    if style == CHINESE:
        return f"{one.year}年{one.month}月{one.day}日"
    return f"{one:%Y%m%d}" if style == PLAIN else f"{one:%Y-%m-%d}"


def decimals(values: Any, places: int) -> Any:
    """Numbers with so many places after the point."""
    numbers = values if isinstance(values, pa.Array) else pa.array(values)
    scaled = pc.cast(pc.round(pc.multiply(pc.cast(pc.abs(numbers), pa.float64()), float(10**places))), pa.int64())
    sign = pc.if_else(pc.less(numbers, 0), "-", "")
    whole = pc.cast(pc.divide(scaled, 10**places), pa.string())
    rest = pc.subtract(scaled, pc.multiply(pc.divide(scaled, 10**places), 10**places))
    tail = pc.take(_fractions(places), rest)
    return pc.binary_join_element_wise(pc.binary_join_element_wise(sign, whole, ""), tail, ".")


@cache
def _fractions(places: int) -> Any:
    return pa.array([f"{n:0{places}d}" for n in range(10**places)], pa.string())
