"""表: one table as it stands in a file: its first rows, and how DuckDB reads the rows below the headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

Row = Sequence[str]
Open = Callable[[duckdb.DuckDBPyConnection, int], str]


@dataclass(frozen=True)
class RawTable:
    """A sheet of texts.

    `top` holds its first rows. `open(connection, n)` gives the SQL of a relation whose columns c0, c1 … are the texts
    of the rows below the first n, in the file's order; it may be called again. `guarded` where formula characters
    stand behind a quote mark (text files). `open_slowly` reads what DuckDB stumbles over. `file` is the one file that the
    relation reads, if any. `closing` is kept alive as long as the table is.
    """

    sheet: str
    top: Sequence[Row]
    width: int
    open: Open
    guarded: bool = False
    open_slowly: Open | None = field(default=None, repr=False)
    file: Path | None = None
    closing: object = field(default=None, repr=False)


def names(width: int) -> list[str]:
    return [f"c{i}" for i in range(width)]


def arrow_opener(texts: pa.Table, register_as: str = "raw") -> Open:
    """Rows that are in memory already."""

    def open_(connection: duckdb.DuckDBPyConnection, headings: int) -> str:
        connection.register(register_as, texts.slice(headings))
        return f"SELECT * FROM {register_as}"

    return open_
