"""关联: the lists' rows joined into persons: first what number, name and birth date confirm together, then what stays over.

An equal number is a claim, not a link: it counts only with the name and the birth date. Rows that all three join are one
`claim`. Then, list by list in their order of rank, claims that stand in one list alone are weighed against those that lack
this list, and at last those still alone against all, which finds who stands in one list twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.link.choosing import Bounds, choose
from yaodian.warehouse.link.claims import prepare
from yaodian.warehouse.link.comparing import BLOCKS, COMPARISONS, Blocks
from yaodian.warehouse.link.confirming import claims
from yaodian.warehouse.link.model import Model
from yaodian.warehouse.link.people import People
from yaodian.warehouse.link.rows import Rows
from yaodian.warehouse.link.weighing import equal_in, weigh
from yaodian.warehouse.sql import listed

_AS_WRITTEN: Blocks = (
    ("id_no",),
    ("birth_on", "written[1]"),
    ("birth_on", "written[2:]"),
    ("birth_on", "address"),
    ("written", "guardians[1]"),
    ("written", "address"),
    ("written", "county", "birth_on.year()"),
)


@dataclass(frozen=True)
class Round:
    """Who is weighed against whom: persons that stand in the lists `seekers` (bits) and no other, against those who stand in
    all of `holding` and in none of `lacking`. Only pairs that are equal in one of `blocks` are looked at, only those whose
    levels are `sure` are taken. Where `by_sound` blocks name what `prepare` makes of the rows, else the rows themselves;
    where `shared` rounds for the lists that follow look by the same ones."""

    seekers: int
    holding: int
    lacking: int
    blocks: Blocks
    sure: str
    by_sound: bool = False
    shared: bool = False

    def targets(self, ranks: Any) -> Any:
        """Which heads are looked at."""
        return (ranks > 0) & (ranks & self.holding == self.holding) & (ranks & self.lacking == 0)


_TWICE = (
    Round(2, 0, 0, (("birth_on", "written[1]"), ("id_no",)), "name IN ('same', 'sound') AND birth = 'same'"),
    Round(
        1, 0, 0,
        (("birth_on", "written"), ("id_no",)),
        "name <> 'other' AND id_no IN ('same', 'slip') AND birth = 'same'",
    ),
)  # fmt: skip
"""Who stands in a list twice. Brothers, sisters and twins agree in all but the name and the number: where nothing else tells
them apart a pair is for people. The first list knows its people by the number, so it must speak for the link there."""


def rounds(lists: int) -> Iterator[Round]:
    """The rounds of so many lists, in their order. Who stands in one list alone is weighed against those whom it lacks; for
    the second list they are the few whom the first holds, and rows are looked at that only sound alike."""
    for rank in range(1, lists):
        first = rank == 1
        blocks = BLOCKS if first else _AS_WRITTEN
        yield Round(1 << rank, int(first), 1 << rank, blocks, "name <> 'other'", by_sound=first, shared=not first)
    yield from _TWICE


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of how many persons; rows that number, name and birth date confirmed with another, rows that joined by
    other evidence, and pairs left to people."""

    rows: int
    persons: int
    confirmed: int
    weighed: int
    asked: int


@dataclass(frozen=True)
class Linked:
    """`members`: register, record_key, person (a number), how (alone, confirmed, weighed), weight. `open`: pairs for people,
    with what each comparison says. `wrong`, `missed`: how many of the links are expected to be wrong, and how many are
    expected among what was not linked, by the model."""

    members: pa.Table
    open: pa.Table
    wrong: float
    missed: float

    @property
    def tally(self) -> Tally:
        how = Counter(self.members["how"].to_pylist())
        persons = pc.count_distinct(self.members["person"]).as_py()
        return Tally(self.members.num_rows, persons, how["confirmed"], how["weighed"], self.open.num_rows)


DECIDED = pa.schema([("record_l", pa.binary()), ("record_r", pa.binary()), ("same", pa.bool_())])
NOTHING = DECIDED.empty_table()


def link(lists: Mapping[str, pa.Table], model: Model, bounds: Bounds, decided: pa.Table = NOTHING) -> Linked:
    """Join lists of claims (columns as `opened` gives them), in their order. In memory only. What people decided of pairs
    (`DECIDED`) holds against every weight, and is not asked again."""
    with connect(IN_MEMORY) as memory:
        work = Linking(memory, lists, decided)
        for this in rounds(len(lists)):
            work.run(this, model, bounds)
        return work.linked()


@contextmanager
def left_over(lists: Mapping[str, pa.Table]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in which `left_claims` and `right_claims` are what the first two lists hold beyond what is confirmed: what
    a model is learnt from."""
    with connect(IN_MEMORY) as memory:
        work, first = Linking(memory, lists, NOTHING), next(rounds(2))
        prepare(memory, work.rows.some(np.flatnonzero(first.targets(work.people.ranks))), "left_claims")
        prepare(memory, work.rows.some(np.flatnonzero(work.people.ranks == first.seekers)), "right_claims")
        yield memory


class Linking:
    """The rows of the lists, numbered by list and record key, and what is known of their people so far."""

    def __init__(self, memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table], decided: pa.Table) -> None:
        self.memory, self.rows = memory, Rows(memory, lists, "said")
        self.people = People(self.rows.ranks(), claims(memory, self.rows.count))
        self.apart = self._decide(decided)
        self.asked: list[pa.Table] = []
        self._alike: tuple[Any, Any] | None = None
        self.wrong = self.missed = 0.0

    def _decide(self, decided: pa.Table) -> Any:
        """Join what people said is one; the pairs of rows (two columns) that they told apart."""
        if not decided.num_rows:
            return np.empty((0, 2), np.int64)
        self.memory.register("decided", decided)
        told = self.memory.sql(
            """SELECT l.key, r.key, same FROM decided JOIN said AS l ON l.record_key = record_l
            JOIN said AS r ON r.record_key = record_r ORDER BY ALL"""
        ).fetchall()
        self.people.decide((one, other) for one, other, same in told if same)
        return np.array([(one, other) for one, other, same in told if not same], np.int64).reshape(-1, 2)

    def run(self, this: Round, model: Model, bounds: Bounds) -> None:
        """Weigh the seekers of a round against its targets; who is taken joins the other's person."""
        pairs = self._pairs(this)
        weigh(self.memory, pairs, model, min(bounds.ask, bounds.accept - bounds.margin))
        choose(self.memory, "pairs", this.sure, bounds)
        taken = self.memory.table("taken").fetchnumpy()
        self.people.join(taken["key_l"], taken["key_r"], taken["weight"])
        said = listed(comparison.id for comparison in COMPARISONS)
        left = f"SELECT key_l, key_r, o.weight, [{said}] AS levels FROM open AS o JOIN pairs USING (key_l, key_r)"
        self.asked.append(self.memory.sql(left).to_arrow_table())
        best = self.memory.sql("SELECT max(weight) AS weight FROM open GROUP BY key_r").fetchnumpy()["weight"]
        self.wrong += float(np.sum(1 - _chance(taken["weight"])))
        self.missed += float(np.sum(_chance(best)))

    def _pairs(self, this: Round) -> pa.Table:
        """Make `claims` of the rows in the pairs that a round looks at, and give these (key_l, key_r)."""
        ranks = self.people.ranks
        if this.by_sound:
            play = np.flatnonzero((ranks == this.seekers) | this.targets(ranks))
            prepare(self.memory, self.rows.some(play), "claims")
        left, right = self._found(this)
        kept = (
            (ranks[right] == this.seekers)
            & this.targets(ranks)[left]
            & ((left < right) | (ranks[left] != this.seekers))
            & ~self._are_apart(left, right)
        )
        left, right = left[kept], right[kept]
        if not this.by_sound:
            prepare(self.memory, self.rows.some(np.union1d(left, right)), "claims")
        return pa.table({"key_l": left, "key_r": right})

    def _found(self, this: Round) -> tuple[Any, Any]:
        """Pairs of a row with one that may seek. For shared blocks they are found once, for all that stand in a later list alone:
        no one comes to stand alone who did not before."""
        ranks, rows = self.people.ranks, "claims" if this.by_sound else "said"
        if not this.shared:
            return equal_in(self.memory, rows, np.flatnonzero(ranks == this.seekers), this.blocks)
        if self._alike is None:
            alone = (ranks & (ranks - 1) == 0) & (ranks >= this.seekers)
            self._alike = equal_in(self.memory, rows, np.flatnonzero(alone), this.blocks)
        return self._alike

    def _are_apart(self, left: Any, right: Any) -> Any:
        """Which pairs of persons, by their heads, people told apart."""
        one, other = self.people.head(self.apart[:, 0]), self.people.head(self.apart[:, 1])
        return np.isin(_pair(left, right), np.concatenate([_pair(one, other), _pair(other, one)]))

    def linked(self) -> Linked:
        """Who is whom, as far as it is known by now."""
        rows = np.arange(self.rows.count)
        persons, bits = self.people.head(rows), self.people.evidence()
        together = np.bincount(persons, minlength=len(rows))[persons] > 1
        how = np.where(np.isnan(bits), together, 2).astype(np.int8)
        members = {
            "register": self.rows.registers(rows),
            "record_key": self.rows.record_keys(),
            "person": pa.array(persons),
            "weight": pa.array(bits, from_pandas=True),
            "how": pa.DictionaryArray.from_arrays(how, ["alone", "confirmed", "weighed"]),
        }
        return Linked(pa.table(members), self._open(), self.wrong, self.missed)

    def _open(self) -> pa.Table:
        """The pairs that are left to people, each once, without those whose row was taken after all."""
        pairs = pa.concat_tables(self.asked)
        left, right = (pairs[name].to_numpy() for name in ("key_l", "key_r"))
        _, first = np.unique(_pair(left, right), return_index=True)
        pairs = pairs.take(first[np.isnan(self.people.weight[right[first]])])
        pairs = pairs.sort_by([("weight", "descending"), ("key_l", "ascending"), ("key_r", "ascending")])
        left, right, keys = pairs["key_l"].to_numpy(), pairs["key_r"].to_numpy(), self.rows.record_keys()
        return pa.table(
            {
                "register_l": self.rows.registers(left).cast(pa.string()),
                "record_l": keys.take(pa.array(left)),
                "register_r": self.rows.registers(right).cast(pa.string()),
                "record_r": keys.take(pa.array(right)),
                "weight": pc.round(pairs["weight"], 4).cast(pa.decimal128(18, 4)),
                "levels": pairs["levels"],
            }
        )


def _pair(left: Any, right: Any) -> Any:
    """One number for each two rows."""
    return left.astype(np.int64) << 32 | right


def _chance(bits: Any) -> Any:
    """The chance that a pair of this weight is one person."""
    return 1 / (1 + np.exp2(-bits))
