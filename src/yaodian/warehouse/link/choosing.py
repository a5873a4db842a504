"""取舍: of the weighed pairs those that are one person, one for one; what stays open goes to people.

A pair is taken where each is the other's best, better by a margin than any other that is still free. Whoever was taken is
no one's rival any more, so this is done again until nothing more is taken. Equal weights are no ground to choose: such
pairs stay open. Nothing depends on the order of rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from yaodian.warehouse.sql import first_row


@dataclass(frozen=True, slots=True)
class Bounds:
    """Weights in bits (log2 of the odds): from `accept` a pair is taken without asking, from `ask` people are asked;
    `margin` is how much better than its rivals a pair must be."""

    accept: float
    ask: float
    margin: float


def choose(memory: duckdb.DuckDBPyConnection, pairs: str, sure: str, bounds: Bounds) -> None:
    """Make `taken` and `open` from the table `pairs` (key_l, key_r, weight and the columns that the condition `sure` names):
    pairs for people are those between free keys from `ask` on, at most the best three of each row."""
    memory.execute(
        f"CREATE OR REPLACE TEMP TABLE free AS SELECT key_l, key_r, weight, ({sure}) AS is_sure FROM {pairs}"
    )
    memory.execute("CREATE OR REPLACE TEMP TABLE taken (key_l BIGINT, key_r BIGINT, weight DOUBLE)")
    while _took(memory, bounds):
        memory.execute(
            "DELETE FROM free WHERE key_l IN (SELECT key_l FROM taken) OR key_r IN (SELECT key_r FROM taken)"
        )
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE open AS SELECT key_l, key_r, weight FROM free WHERE weight >= {bounds.ask}
        QUALIFY row_number() OVER (PARTITION BY key_r ORDER BY weight DESC, key_l) <= 3"""
    )


def _took(memory: duckdb.DuckDBPyConnection, bounds: Bounds) -> bool:
    """Take each pair that stands out among those free; whether there was one."""
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE fresh AS
        WITH ranked AS (
            SELECT *,
                max(weight) OVER l AS best_l, max(weight) OVER r AS best_r,
                nth_value(weight, 2) OVER (l ORDER BY weight DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_l,
                nth_value(weight, 2) OVER (r ORDER BY weight DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_r
            FROM free WINDOW l AS (PARTITION BY key_l), r AS (PARTITION BY key_r))
        SELECT key_l, key_r, weight FROM ranked
        WHERE is_sure AND weight >= {bounds.accept} AND weight = best_l AND weight = best_r
            AND weight - coalesce(greatest(next_l, next_r), -100) >= {bounds.margin}"""
    )
    memory.execute("INSERT INTO taken SELECT * FROM fresh")
    return bool(first_row(memory, "SELECT count(*) FROM fresh")[0])
