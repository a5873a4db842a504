"""确认: rows that number, name and birth date join are one claim."""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np


def claims(memory: duckdb.DuckDBPyConnection, count: int) -> Any:
    """For each of the `count` rows of `said` the first row of its claim, itself where it stands alone. A row that lacks one
    of the three confirms nothing. What is compared are two hashes, 128 bits together."""
    said = memory.sql(
        """SELECT key, hash(id_no, written, birth_on) AS one, hash(birth_on, id_no, 7, written) AS other FROM said
        WHERE id_no IS NOT NULL AND written IS NOT NULL AND birth_on IS NOT NULL"""
    ).to_arrow_table()
    claim = np.arange(count, dtype=np.int32)
    if not said.num_rows:
        return claim
    order = np.argsort(said["one"].to_numpy())
    key, one, other = (said[name].to_numpy()[order] for name in ("key", "one", "other"))
    begins = np.concatenate([[True], (one[1:] != one[:-1]) | (other[1:] != other[:-1])])
    first = np.minimum.reduceat(key, np.flatnonzero(begins))
    claim[key] = first[np.cumsum(begins) - 1]
    return claim
