"""What a linkage of two lists came to beside the truth: links found, wrong ones, gaps found."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import pyarrow as pa

from tools.dirty_lists import TwoLists
from yaodian.warehouse.link.linking import Linked


@dataclass(frozen=True, slots=True)
class Judged:
    """Counts of links between the two lists, and of persons of the first who are not in the second: `gaps_found` without
    those about whom people are asked, `gaps_wrong` those who are in it after all."""

    true: int
    found: int
    wrong: int
    gaps: int
    gaps_found: int
    gaps_wrong: int

    @property
    def recall(self) -> float:
        return (self.found - self.wrong) / self.true

    @property
    def wrong_per_million(self) -> float:
        return self.wrong / self.found * 1e6

    @property
    def gap_recall(self) -> float:
        return self.gaps_found / self.gaps

    @property
    def gap_precision(self) -> float:
        return self.gaps_found / (self.gaps_found + self.gaps_wrong)


def judged(lists: TwoLists, linked: Linked) -> Judged:
    """The links of two lists held against who is who."""
    members = linked.members
    with duckdb.connect(":memory:") as memory:
        memory.register("member", members)
        memory.register("asked", linked.open)
        memory.execute(
            """CREATE TABLE pair AS SELECT l.record_key AS left_key, r.record_key AS right_key
            FROM member AS l JOIN member AS r USING (person) WHERE l.register = 'residents' AND r.register = 'students'"""
        )
        return _counted(memory, lists, memory.table("pair").to_arrow_table())


def judged_pairs(lists: TwoLists, pairs: pa.Table) -> Judged:
    """The same for pairs (left_key, right_key) that another way found; nobody is asked."""
    with duckdb.connect(":memory:") as memory:
        memory.register("pair", pairs)
        memory.execute("CREATE TABLE asked (record_l BLOB)")
        return _counted(memory, lists, pairs)


def _counted(memory: duckdb.DuckDBPyConnection, lists: TwoLists, pairs: pa.Table) -> Judged:
    memory.register("l", lists.of["residents"])
    memory.register("r", lists.of["students"])
    (true,) = memory.execute("SELECT count(*) FROM l JOIN r USING (person)").fetchall()[0]
    found, wrong = memory.execute(
        """SELECT count(*), count(*) FILTER (l.person <> r.person) FROM pair JOIN l ON l.record_key = left_key
        JOIN r ON r.record_key = right_key"""
    ).fetchall()[0]
    gaps, hit, false = memory.execute(
        """SELECT count(*) FILTER (is_gap), count(*) FILTER (is_gap AND is_told), count(*) FILTER (NOT is_gap AND is_told)
        FROM (SELECT person NOT IN (SELECT person FROM r) AS is_gap,
            record_key NOT IN (SELECT left_key FROM pair) AND record_key NOT IN (SELECT record_l FROM asked) AS is_told FROM l)"""
    ).fetchall()[0]
    return Judged(true, found, wrong, gaps, hit, false)
