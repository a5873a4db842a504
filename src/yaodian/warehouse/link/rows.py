"""名册各行: the rows of the lists under running numbers: the first list's first, within a list by record key, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

_AT_ONCE = 100_000


class Rows:
    """Lists (columns as `opened` gives them) that the connection sees as the view `view`: their columns, `key` (the number of
    the row) and the name as it is `written`. `numbers`: of each list the numbers of its rows, as they stand."""

    def __init__(self, memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table], view: str) -> None:
        self.names, self.tables = tuple(lists), list(lists.values())
        self.begins = np.concatenate([[0], np.cumsum([table.num_rows for table in self.tables])])
        self.count = int(self.begins[-1])
        self._orders = [ascending(table["record_key"].combine_chunks()) for table in self.tables]
        self.numbers, parts = [], []
        for rank, (table, order, begin) in enumerate(zip(self.tables, self._orders, self.begins, strict=False)):
            numbers = np.empty(len(order), np.int32)
            numbers[order] = np.arange(begin, begin + len(order))
            self.numbers.append(numbers)
            memory.register(f"{view}{rank}", table.append_column("key", pa.array(numbers)))
            parts.append(f"SELECT * RENAME (name AS written) FROM {view}{rank}")
        memory.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS {' UNION ALL '.join(parts)}")

    def ranks(self) -> Any:
        """For each row its list, as a bit."""
        return np.repeat((1 << np.arange(len(self.tables))).astype(np.int16), np.diff(self.begins))

    def registers(self, keys: Any) -> pa.Array:
        rank = np.searchsorted(self.begins, keys, side="right") - 1
        return pa.DictionaryArray.from_arrays(rank.astype(np.int8), list(self.names))

    def record_keys(self) -> pa.ChunkedArray:
        """The record keys, in the order of the numbers."""
        keys = (table["record_key"].combine_chunks() for table in self.tables)
        ordered = [own.take(pa.array(order)) for own, order in zip(keys, self._orders, strict=True)]
        return pa.chunked_array(ordered, pa.binary())

    def some(self, keys: Any, plus: int = 0) -> Iterator[pa.Table]:
        """Rows by their keys, not many at a time, `plus` added to each key; at first none, for those who ask what is told."""
        yield self.tables[0].slice(0, 0).append_column("key", pa.array([], pa.int32()))
        is_wanted = np.zeros(self.count, bool)
        is_wanted[keys] = True
        for table, numbers in zip(self.tables, self.numbers, strict=True):
            for at in range(0, table.num_rows, _AT_ONCE):
                own = numbers[at : at + _AT_ONCE]
                near = is_wanted[own]
                if near.any():
                    found = table.slice(at, _AT_ONCE).filter(pa.array(near))
                    yield found.append_column("key", pa.array(own[near] + plus, pa.int32()))


def ascending(keys: pa.Array) -> Any:
    """In which order keys of 16 bytes ascend."""
    fixed = keys.cast(pa.binary(16))
    whole = np.frombuffer(fixed.buffers()[1] or b"", ">u8").reshape(-1, 2)[fixed.offset :][: len(fixed)]
    order = np.argsort(whole[:, 0].astype(np.uint64))
    if (np.diff(whole[order, 0]) == 0).any():  # hardly ever among random keys
        order = np.lexsort((whole[:, 1], whole[:, 0]))
    return order
