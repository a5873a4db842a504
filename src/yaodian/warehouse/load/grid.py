"""格子: cells of a workbook or a text file as texts in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest

import pyarrow as pa

from yaodian.warehouse.load.table import names

_EXACT = 10**15


def text_of(value: object) -> str:
    """A cell as the text a person would have typed; a number that lost digits stays in its power form."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        plain = value.isoformat(" ", "seconds")
        return plain.removesuffix(" 00:00:00")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _number(value: float) -> str:
    if value == int(value) if abs(value) < _EXACT else False:
        return str(int(value))
    if abs(value) >= _EXACT:
        return f"{value:.14E}"
    short = f"{value:.15g}"
    return format(float(short), "f").rstrip("0") if "e" in short and abs(value) >= 1e-9 else short


def as_table(rows: Iterable[Sequence[object]], width: int) -> pa.Table:
    """Rows as a table of texts c0, c1 …; short rows are filled with nothing, what stands beyond `width` is left."""
    columns = list(zip_longest(*rows, fillvalue=None))[:width]
    arrays = [pa.array(_texts(column), pa.large_string()) for column in columns]
    height = len(arrays[0]) if arrays else 0
    arrays += [pa.nulls(height, pa.large_string())] * (width - len(arrays))
    return pa.table(arrays, names=names(width))


def _texts(column: Sequence[object]) -> list[str | None]:
    return [_sound(value) if type(value) is str else text_of(value) or None for value in column]


def _sound(text: str) -> str | None:
    """The text without half characters, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode()
    return text or None
