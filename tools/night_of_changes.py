"""一夜变更: two lists as they were an evening before, so that so many rows of the roll are new, changed or ended since."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def evening_before(
    lists: Mapping[str, pa.Table], changes: int, seed: int
) -> tuple[dict[str, pa.Table], dict[str, pa.Table], pa.Array]:
    """The lists before the night, the lists after it, and the keys of the records that changed: a quarter of `changes` is new,
    a quarter ended, a quarter moved to where another lives, a quarter lost the number."""
    roll = lists["students"]
    rng, rows = np.random.default_rng(seed), np.arange(roll.num_rows)
    new, ended, moved, lost = np.split(rng.permutation(rows)[:changes], 4)
    after = roll.filter(np.isin(rows, ended, invert=True))
    homes = np.where(np.isin(rows, moved), rng.integers(0, len(rows), len(rows)), rows)
    ids = pc.if_else(pa.array(np.isin(rows, lost)), pa.scalar(None, pa.string()), roll["id_no"])
    before = roll.set_column(roll.column_names.index("address"), "address", roll["address"].take(pa.array(homes)))
    before = before.set_column(before.column_names.index("id_no"), "id_no", ids).filter(np.isin(rows, new, invert=True))
    keys = roll["record_key"].take(pa.array(np.concatenate([new, ended, moved, lost]))).combine_chunks()
    return {**lists, "students": before}, {**lists, "students": after}, keys
