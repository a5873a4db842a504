"""权重: pairs of rows that are equal in one of several ways, and how many bits all that they say is worth by the model."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from yaodian.warehouse.link.comparing import COLUMNS, COMPARISONS, Blocks, Comparison, level_of
from yaodian.warehouse.link.model import Model
from yaodian.warehouse.sql import listed

_AT_ONCE = 100_000  # pairs whose rows are held side by side


def equal_in(memory: duckdb.DuckDBPyConnection, rows: str, seekers: Any, blocks: Blocks) -> tuple[Any, Any]:
    """Pairs of any row with a seeker, by their keys, where all expressions of one of the blocks are equal."""
    memory.register("seeker", pa.table({"key": seekers.astype(np.int32)}))
    sought = ways_of(f"(FROM {rows} SEMI JOIN seeker USING (key))", blocks)
    memory.execute(f"CREATE OR REPLACE TEMP TABLE seeking AS FROM {sought}")
    found = [
        memory.sql(
            f"""SELECT l.key << 32 | r.key AS pair FROM (SELECT CAST(key AS BIGINT) AS key, {together(block)} AS way FROM {rows}) AS l
            JOIN seeking AS r ON l.way = r.way{number}"""
        ).to_arrow_table()["pair"]
        for number, block in enumerate(blocks)
    ]
    memory.execute("DROP TABLE seeking")
    pairs = np.sort(np.concatenate([pair.to_numpy() for pair in found]))
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs >> 32, pairs & 0xFFFFFFFF


def ways_of(rows: str, blocks: Blocks) -> str:
    """A SELECT of the key and, as `way0` and so on, of one number for each block; equal numbers are equal values."""
    ways = listed(f"{together(columns)} AS way{number}" for number, columns in enumerate(blocks))
    return f"(SELECT key, {ways} FROM {rows})"


def together(columns: Sequence[str]) -> str:
    """One number for several values, none where one is missing."""
    there = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"CASE WHEN {there} THEN hash({listed(columns)}) END"


def weigh(memory: duckdb.DuckDBPyConnection, pairs: pa.Table, model: Model, least: float) -> None:
    """Make `pairs`: of the pairs (key_l, key_r) of rows in `claims` their levels and their weight, where it is `least` or more."""
    columns = listed(f"l.{c} AS {c}_l, r.{c} AS {c}_r" for c in COLUMNS)
    levels = listed(f"{level_of(comparison)} AS {comparison.id}" for comparison in COMPARISONS)
    bits = " + ".join(_bits(comparison, model) for comparison in COMPARISONS)
    made = "CREATE OR REPLACE TEMP TABLE pairs AS"
    for at in range(0, max(pairs.num_rows, 1), _AT_ONCE):
        memory.register("near", pairs.slice(at, _AT_ONCE))
        memory.execute(
            f"""{made}
            WITH beside AS (
                    SELECT n.*, {columns} FROM near AS n JOIN claims AS l ON l.key = key_l JOIN claims AS r ON r.key = key_r),
                levelled AS (SELECT key_l, key_r, {levels} FROM beside),
                weighed AS (SELECT *, {log2(model.prior / (1 - model.prior))!r} + {bits} AS weight FROM levelled)
            SELECT * FROM weighed WHERE weight >= {least}"""
        )
        made = "INSERT INTO pairs"
    memory.unregister("near")


def _bits(comparison: Comparison, model: Model) -> str:
    """SQL that gives the bits of a comparison's level; what is missing is worth none."""
    worth = {level: log2(m / u) for level, (m, u) in model.levels[comparison.id].items()}
    cases = " ".join(f"WHEN '{level}' THEN {bits!r}::DOUBLE" for level, bits in worth.items())
    return f"CASE {comparison.id} {cases} ELSE 0 END"
