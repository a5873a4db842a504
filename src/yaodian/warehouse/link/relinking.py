"""夜间关联: only the neighbourhood of what changed since the linkage before is linked anew, and the answer is that of a whole run.

A neighbourhood is closed: with a row it holds the rows that were or are its claim or its person, those whose weight with it
counted in the linkage before, and those whose weight with it counts now, in any round. No pair that counts in either linkage
then crosses its border. A round looks at nothing but such pairs, and a choice among pairs depends on pairs that share a
row; so each round does inside what it does in a whole run, and outside what it did before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.link.choosing import Bounds
from yaodian.warehouse.link.claims import prepare
from yaodian.warehouse.link.linking import NOTHING, Linked, Linking, Round, rounds
from yaodian.warehouse.link.model import Model
from yaodian.warehouse.link.rows import Rows
from yaodian.warehouse.link.weighing import together, ways_of, weigh

_WRITTEN = {"name": "written"}
_CLAIM = ("id_no", "written", "birth_on")


@dataclass(frozen=True)
class Index:
    """Hashes of what rows are sought by, ascending, and the rows."""

    ways: Any
    rows: Any

    @classmethod
    def of(cls, ways: Any, rows: Any) -> Index:
        order = np.argsort(ways)
        return cls(ways[order], rows[order])

    def find(self, ways: Any) -> tuple[Any, Any]:
        """Places in `ways` and rows that stand under the same hash."""
        order = np.argsort(ways)  # near ones are looked up one after the other
        first, last = (np.searchsorted(self.ways, ways[order], side) for side in ("left", "right"))
        counts = last - first
        places = np.repeat(order, counts)
        within = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
        return places, self.rows[np.repeat(first, counts) + within]


@dataclass(frozen=True)
class Step:
    """What a round did: the heads that sought, and the pairs of heads whose weight counted."""

    seekers: Any
    left: Any
    right: Any


@dataclass(frozen=True)
class Trail:
    """What a linkage leaves for the night after, by number of row: the record keys, the head of each row's person, what each
    round did, and by which hashes rows are found, for each block (those of the round by sound apart). It is held in memory:
    hashes of names and dates without a secret key are no blind index, so it is not to be written in clear."""

    records: pa.ChunkedArray
    persons: Any
    steps: tuple[Step, ...]
    found_by: Mapping[tuple[bool, Sequence[str]], Index]


class _Whole(Linking):
    """A linkage of all rows that leaves a trail."""

    def __init__(self, memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table], decided: pa.Table) -> None:
        super().__init__(memory, lists, decided)
        self.found_by: dict[tuple[bool, Sequence[str]], Index] = {}
        self.steps: list[Step] = []

    def run(self, this: Round, model: Model, bounds: Bounds) -> None:
        seekers = np.flatnonzero(self.people.ranks == this.seekers)
        super().run(this, model, bounds)
        weighed = self.memory.sql("SELECT key_l, key_r FROM pairs").fetchnumpy()
        self.steps.append(Step(seekers, weighed["key_l"], weighed["key_r"]))

    def _pairs(self, this: Round) -> pa.Table:
        pairs = super()._pairs(this)
        for block in this.blocks:
            self.index(block, by_sound=this.by_sound)
        return pairs

    def index(self, block: Sequence[str], *, by_sound: bool) -> None:
        if (by_sound, block) not in self.found_by:
            rows, way = "claims" if by_sound else "said", together(block)
            found = self.memory.sql(f"SELECT key, {way} AS way FROM {rows} WHERE {way} IS NOT NULL").to_arrow_table()
            self.found_by[by_sound, block] = Index.of(found["way"].to_numpy(), found["key"].to_numpy())


def link_whole(
    lists: Mapping[str, pa.Table], model: Model, bounds: Bounds, decided: pa.Table = NOTHING
) -> tuple[Linked, Trail]:
    """What `link` gives, and the trail."""
    with connect(IN_MEMORY) as memory:
        work = _Whole(memory, lists, decided)
        work.index(_CLAIM, by_sound=False)
        for this in rounds(len(lists)):
            work.run(this, model, bounds)
        persons = work.people.head(np.arange(work.rows.count))
        return work.linked(), Trail(work.rows.record_keys(), persons, tuple(work.steps), work.found_by)


def relink(
    lists: Mapping[str, pa.Table],
    before: Trail,
    changed: pa.Array,
    model: Model,
    bounds: Bounds,
    decided: pa.Table = NOTHING,
) -> Linked:
    """Link the neighbourhood of the records `changed` (keys of those that are new, changed or ended, and of those that people
    decided about since), with the registers, the model and the bounds of the linkage before: `members` and `open` are of the
    neighbourhood alone; all other rows stay as they were."""
    with connect(IN_MEMORY) as memory:
        whole = _Changed(memory, lists, before, changed)
        inside = whole.closed(whole.with_claims(whole.fresh))
        while True:
            near = _Near(memory, whole, inside, decided)
            for this in rounds(len(lists)):
                near.run(this, model, bounds)
            if inside[near.met].all():
                return near.linked()
            inside[near.met] = True
            inside = whole.closed(inside)


class _Changed:
    """All rows as they are now (the view `whole`), beside those that the trail knows.

    `fresh`: which rows changed or are new. `numbers`: for each earlier row its number now, -1 where it ended. `_stirred`: the
    earlier persons that a changed or ended row was of."""

    def __init__(
        self, memory: duckdb.DuckDBPyConnection, lists: Mapping[str, pa.Table], before: Trail, changed: pa.Array
    ) -> None:
        self.memory, self.before, self.rows = memory, before, Rows(memory, lists, "whole")
        self.names = self.rows.names
        earlier = pa.table({"was": pa.array(np.arange(len(before.records)), pa.int32()), "record_key": before.records})
        memory.register("earlier", earlier)
        memory.register("changed", pa.table({"record_key": changed}))
        found = memory.sql(
            """SELECT coalesce(w.was, -1) AS was, coalesce(n.key, -1) AS now
            FROM (SELECT was, record_key FROM earlier SEMI JOIN changed USING (record_key)) AS w
            FULL JOIN (SELECT key, record_key FROM whole SEMI JOIN changed USING (record_key)) AS n USING (record_key)"""
        ).fetchnumpy()
        was, now = np.asarray(found["was"]), np.asarray(found["now"])
        stays, known = np.ones(len(before.records), bool), np.ones(self.rows.count, bool)
        stays[was[(was >= 0) & (now < 0)]] = False
        known[now[(was < 0) & (now >= 0)]] = False
        self.numbers = np.full(len(stays), -1)
        self.numbers[stays] = np.flatnonzero(known)
        self._was = np.full(len(known), -1)
        self._was[known] = np.flatnonzero(stays)
        self.fresh = np.zeros(len(known), bool)
        self.fresh[now[now >= 0]] = True
        self._stirred = np.zeros(len(stays), bool)
        self._stirred[before.persons[was[was >= 0]]] = True
        self._sides = [
            before.persons[np.concatenate([getattr(step, side) for step in before.steps])] for side in ("left", "right")
        ]

    def now(self, rows: Any) -> Any:
        """The numbers now of earlier rows, without those that ended."""
        numbers = self.numbers[rows]
        return numbers[numbers >= 0]

    def closed(self, inside: Any) -> Any:
        """Rows (a mask) with the persons and the pairs that counted before."""
        self._stirred[self.before.persons[self._was[inside & (self._was >= 0)]]] = True
        left, right = self._sides
        while len(border := np.flatnonzero(self._stirred[left] != self._stirred[right])):
            self._stirred[left[border]] = self._stirred[right[border]] = True
        inside = inside.copy()
        inside[self.now(np.flatnonzero(self._stirred[self.before.persons]))] = True
        return inside

    def with_claims(self, fresh: Any) -> Any:
        """Changed rows (a mask) with those whose claim they come to share; all others share one as before."""
        inside = fresh.copy()
        for rows in self.rows.some(np.flatnonzero(fresh)):
            self.memory.register(
                "some_rows", rows.rename_columns([_WRITTEN.get(name, name) for name in rows.column_names])
            )
            ways = (
                self.memory.sql(f"SELECT {together(_CLAIM)} AS way FROM some_rows").to_arrow_table()["way"].drop_null()
            )
            _, found = self.before.found_by[False, _CLAIM].find(ways.to_numpy())
            inside[self.now(found)] = True
        return inside


class _Near(Linking):
    """A linkage of the rows inside; `met`: the rows outside whose weight with one inside counts."""

    def __init__(self, memory: duckdb.DuckDBPyConnection, whole: _Changed, inside: Any, decided: pa.Table) -> None:
        lists = {}
        for name, table, numbers in zip(whole.names, whole.rows.tables, whole.rows.numbers, strict=True):
            lists[name] = table.filter(pa.array(inside[numbers]))
        super().__init__(memory, lists, decided)
        self._whole, self._inside, self.met = whole, inside, np.empty(0, np.int64)
        self._steps = iter(whole.before.steps)

    def run(self, this: Round, model: Model, bounds: Bounds) -> None:
        self._look_around(this, model, min(bounds.ask, bounds.accept - bounds.margin))
        super().run(this, model, bounds)

    def _look_around(self, this: Round, model: Model, least: float) -> None:
        """Meet those outside that a round would weigh against rows inside."""
        ranks = self.people.ranks
        if this.by_sound:
            play = np.flatnonzero((ranks == this.seekers) | this.targets(ranks))
            prepare(self.memory, self.rows.some(play), "claims")
        inner, outer = self._across(this)
        after = self.rows.count  # those outside are numbered after those inside
        prepare(
            self.memory,
            chain(self.rows.some(np.unique(inner)), self._whole.rows.some(np.unique(outer), plus=after)),
            "claims",
        )
        weigh(self.memory, pa.table({"key_l": inner, "key_r": outer + after}), model, least)
        met = self.memory.sql(f"SELECT DISTINCT key_r - {after} AS key FROM pairs").fetchnumpy()["key"]
        self.met = np.union1d(self.met, met)

    def _across(self, this: Round) -> tuple[Any, Any]:
        """Pairs of a row inside with a row outside that a round looks at: one of them seeks."""
        ranks, before = self.people.ranks, self._whole.before
        own = ways_of("claims" if this.by_sound else "said", this.blocks)
        mine = self.memory.sql(f"FROM {own} ORDER BY key").to_arrow_table()
        keys = mine["key"].to_numpy()
        seeks, is_target = (ranks == this.seekers)[keys], this.targets(ranks)[keys]
        sought = np.zeros(len(before.persons), bool)
        sought[next(self._steps).seekers] = True
        pairs = []
        for number, block in enumerate(this.blocks):
            way = mine[f"way{number}"].combine_chunks()
            playing = np.flatnonzero((seeks | is_target) & way.is_valid().to_numpy(zero_copy_only=False))
            places, others = before.found_by[this.by_sound, block].find(way.take(pa.array(playing)).to_numpy())
            inner, now = playing[places], self._whole.numbers[others]
            looked_at = (now >= 0) & (seeks[inner] | sought[others])
            inner, now = inner[looked_at], now[looked_at]
            crosses = ~self._inside[now]
            pairs.append(keys[inner[crosses]].astype(np.int64) << 32 | now[crosses])
        found = np.unique(np.concatenate(pairs))
        return found >> 32, found & 0xFFFFFFFF
