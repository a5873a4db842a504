"""承接: which key each person has after a linkage, by the keys that its records had before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.warehouse.keying import minted
from yaodian.warehouse.link.rows import ascending


def settled(held: pa.Table, members: pa.Table, at: datetime, model: str) -> pa.Table | None:
    """Every row that was `held` (`PERSON_LINKS`), with an end where its record changed its person or is gone, and the new
    ones of `members` (as `Linked` has them); None where nothing is new.

    A person keeps the key that most of its records had; a key goes to one person only, the one with most of its records.
    """
    current = np.flatnonzero(held["recorded_to"].is_null().to_numpy())
    before = held.take(pa.array(current))
    known = before["person_key"].combine_chunks().dictionary_encode()
    was = pc.index_in(members["record_key"], value_set=before["record_key"])
    is_held = was.is_valid().to_numpy()
    was, person = was.fill_null(0).to_numpy(), members["person"].to_numpy()
    had = np.full(len(person), -1)
    had[is_held] = known.indices.to_numpy()[was[is_held]]
    has, keys = _given(person, had, known.dictionary)
    fresh = has != had
    stays = np.zeros(len(current), bool)
    stays[was[is_held & ~fresh]] = True
    if stays.all() and not fresh.any():
        return None
    ended = np.zeros(held.num_rows, bool)
    ended[current[~stays]] = True
    kept = held.set_column(
        held.column_names.index("recorded_to"),
        held.schema.field("recorded_to"),
        pc.if_else(pa.array(ended), pa.scalar(at, held.schema.field("recorded_to").type), held["recorded_to"]),
    )
    return pa.concat_tables(
        [kept, _new(members.filter(pa.array(fresh)), keys.take(pa.array(has[fresh])), at, model, held.schema)]
    )


def _given(person: Any, had: Any, keys: pa.Array) -> tuple[Any, pa.Array]:
    """For each record which key its person has now, and all keys: those there were and, behind them, new ones."""
    heir = np.full(person.max(initial=-1) + 1, -1)
    pairs, counts = np.unique((person.astype(np.int64) << 32 | had)[had >= 0], return_counts=True)
    persons, codes = pairs >> 32, pairs & 0xFFFFFFFF
    rank = np.empty(len(keys), np.int64)
    rank[ascending(keys)] = np.arange(len(keys))
    inherits = _first_of_each(persons, -counts, rank[codes]) & _first_of_each(codes, -counts, persons)
    heir[persons[inherits]] = codes[inherits]
    without = np.unique(person[heir[person] < 0])
    heir[without] = len(keys) + np.arange(len(without))
    return heir[person], pa.concat_arrays([keys, minted(len(without))])


def _first_of_each(group: Any, *by: Any) -> Any:
    """Which entries are the first of their group in the order of `by`."""
    is_first = np.bincount(group)[group] == 1
    rest = np.flatnonzero(~is_first)
    order = rest[np.lexsort((*(one[rest] for one in reversed(by)), group[rest]))]
    is_first[order] = np.diff(group[order], prepend=-1) != 0
    return is_first


def _new(members: pa.Table, keys: pa.Array, at: datetime, model: str, schema: pa.Schema) -> pa.Table:
    how, bits = members["how"].cast(pa.string()), pc.round(members["weight"], 1).cast(pa.string())
    rows = {
        "record_key": members["record_key"],
        "person_key": keys,
        "recorded_from": pa.repeat(at, len(keys)),
        "recorded_to": pa.nulls(len(keys)),
        "model": pa.repeat(model, len(keys)),
        "evidence": pc.binary_join_element_wise(how, bits, " ", null_handling="skip"),
    }
    return pa.table({name: rows[name] for name in schema.names}).cast(schema)
