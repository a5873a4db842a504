"""名册各行: the rows of the lists under running numbers: the first list's first, within a list by record key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_AT_ONCE = 25_000


class Rows:
    """Lists (columns as `opened` gives them) that the connection sees as the view `view`: their columns, `key` (the number of
    the row) and the name as it is `written`."""

    def __init__(self, memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table], view: str) -> None:
        self.names, self.tables = tuple(lists), [_in_order(table) for table in lists.values()]
        self.begins = np.concatenate([[0], np.cumsum([table.num_rows for table in self.tables])])
        self.count = int(self.begins[-1])
        parts = []
        for rank, (table, begin) in enumerate(zip(self.tables, self.begins, strict=False)):
            keys = pa.array(np.arange(begin, begin + table.num_rows), pa.int32())
            memory.register(f"{view}{rank}", table.append_column("key", keys))
            parts.append(f"SELECT * RENAME (name AS written) FROM {view}{rank}")
        memory.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS {' UNION ALL '.join(parts)}")

    def ranks(self) -> Any:
        """For each row its list, as a bit."""
        return np.repeat((1 << np.arange(len(self.tables))).astype(np.int16), np.diff(self.begins))

    def registers(self, keys: Any) -> pa.Array:
        rank = np.searchsorted(self.begins, keys, side="right") - 1
        return pa.DictionaryArray.from_arrays(rank.astype(np.int8), list(self.names))

    def record_keys(self) -> pa.ChunkedArray:
        return pa.chunked_array([chunk for table in self.tables for chunk in table["record_key"].chunks], pa.binary())

    def some(self, keys: Any, plus: int = 0) -> Iterator[pa.Table]:
        """Rows by their keys (ascending), not many at a time, `plus` added to each key; once none where there are none."""
        for at in range(0, max(len(keys), 1), _AT_ONCE):
            wanted = keys[at : at + _AT_ONCE]
            parts = [table.slice(0, 0).append_column("key", pa.array([], pa.int32())) for table in self.tables[:1]]
            for table, begin, end in zip(self.tables, self.begins[:-1], self.begins[1:], strict=True):
                own = wanted[slice(*np.searchsorted(wanted, (begin, end)))]
                if len(own):
                    near = table.slice(own[0] - begin, own[-1] - own[0] + 1)  # to take from few chunks is fast
                    taken = near.take(pa.array(own - own[0]))
                    parts.append(taken.append_column("key", pa.array(own + plus, pa.int32())))
            yield pa.concat_tables(parts)


def _in_order(table: pa.Table) -> pa.Table:
    """The rows by record key; not copied where they stand so already."""
    keys = table["record_key"]
    is_sorted = table.num_rows < 2 or pc.all(pc.less_equal(keys[:-1], keys[1:])).as_py()
    return table if is_sorted else table.sort_by("record_key")
