"""Any sequence of uploads gives what the simple model gives, and what was read at any past instant is read again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.batches import batch
from tests.warehouse.model import FAR, Model
from tests.warehouse.small.registers.loans import Loans
from tests.warehouse.small.registers.members import Members
from tests.warehouse.small.registers.posts import Posts
from tests.warehouse.small.registers.shelves import Shelves
from yaodian.declare.register import STATE, Mode, Register
from yaodian.warehouse.batch import Batch
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import private_columns, vault_schema

EFFORT = {"check": 5, "ci": 30, "full": 300}.get(os.environ.get("YAODIAN_EFFORT", "check"), 8)
if os.environ.get("YAODIAN_ENGINE") == "spark":
    EFFORT = 3  # each of its questions takes the better part of a second
FIRST = date(2020, 1, 1)
days = st.integers(0, 8).map(lambda n: FIRST + timedelta(days=n))
libraries = st.sampled_from(("L1", "L2"))
small = st.none() | st.integers(0, 2)


def several(key: st.SearchStrategy[Any], **values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows that differ in their key."""
    rows = st.tuples(key, st.fixed_dictionaries(values))
    found = st.lists(rows, max_size=4, unique_by=lambda row: row[0])
    return found.map(lambda rows: [dict(key) | value for key, value in rows])


def keyed(**columns: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[tuple[str, Any], ...]]:
    return st.fixed_dictionaries(columns).map(lambda key: tuple(sorted(key.items())))


@st.composite
def members(draw: st.DrawFn) -> Batch:
    rows = draw(
        several(
            keyed(card_no=st.sampled_from("abcd")),
            name=st.just("n"),
            library_code=libraries,
            books=small,
        )
    )
    mode = draw(st.sampled_from((Mode.SNAPSHOT, Mode.CHANGE)))
    scope = draw(st.sampled_from((["L1"], ["L2"], ["L1", "L2"])))
    if mode is Mode.SNAPSHOT:
        rows = [row for row in rows if row["library_code"] in scope]
    cards = st.fixed_dictionaries(
        {"card_no": st.none() | st.sampled_from("abcd"), "library_code": st.none() | libraries}
    )
    bounds = {"library_code": scope} if mode is Mode.SNAPSHOT else {}
    return batch(Members, rows, mode=mode, on=draw(days), scope=bounds, withheld=draw(st.lists(cards, max_size=1)))


@st.composite
def posts(draw: st.DrawFn) -> Batch:
    rows = []
    for desk in draw(st.sets(st.sampled_from("ab"))):
        marks = sorted(draw(st.sets(st.integers(0, 9), min_size=2, max_size=4)))
        for since, until in list(pairwise(marks))[: draw(st.integers(1, 2))]:
            begin, end = (FIRST + timedelta(days=n) for n in (since, until))
            rows.append(
                {
                    "desk_no": desk,
                    "since_on": begin,
                    "until_on": draw(st.sampled_from((None, end))),
                    "kind": draw(st.sampled_from("xy")),
                }
            )
    mode = draw(st.sampled_from((Mode.SNAPSHOT, Mode.CHANGE)))
    withheld = draw(st.lists(st.fixed_dictionaries({"desk_no": st.none() | st.sampled_from("ab")}), max_size=1))
    return batch(Posts, rows, mode=mode, on=draw(days), withheld=withheld)


@st.composite
def shelves(draw: st.DrawFn) -> Batch:
    key = keyed(shelf_no=st.sampled_from("ab"), month=st.sampled_from(("2020-01", "2020-02")))
    rows = [{**row, "library_code": "L1"} for row in draw(several(key, books=small))]
    mode = draw(st.sampled_from((Mode.SNAPSHOT, Mode.CHANGE)))
    unread = st.fixed_dictionaries(
        {"shelf_no": st.none() | st.sampled_from("ab"), "library_code": st.none() | libraries}
    )
    bounds = {"library_code": ["L1"]} if mode is Mode.SNAPSHOT else {}
    return batch(Shelves, rows, mode=mode, scope=bounds, withheld=draw(st.lists(unread, max_size=1)))


@st.composite
def loans(draw: st.DrawFn) -> Batch:
    key = keyed(library_code=libraries, slip_no=st.sampled_from("ab"))
    return batch(Loans, draw(several(key, lent_on=days)))


def shown(warehouse: Warehouse, reader: Reader, register: type[Register], **as_of: Any) -> list[tuple[Any, ...]]:
    """All rows with the days they hold, their private values beside."""
    own = [c.name for c in register.columns if not c.vault]
    times = "valid_from, valid_to, " if register.time is STATE else ""
    columns = "record_key, " + times + ", ".join(own)
    relation = reader.rows(register, with_restricted=True, **as_of)
    rows = warehouse.engine.query(f"SELECT {columns} FROM t", {"t": relation}, {}).to_pylist()
    sealed = {}
    if register.about_persons:
        files = reader.release.vault.get(register.id, ())
        table = warehouse.vault.read(files, vault_schema(register), private_columns(register))
        sealed = {row.pop("record_key"): row for row in table.to_pylist()}
    found = []
    for row in rows:
        row |= sealed.get(row["record_key"], {})
        held = (row["valid_from"], row["valid_to"] or FAR) if register.time is STATE else ()
        found.append((*held, *(row[c.name] for c in register.columns)))
    return sorted(found, key=lambda row: tuple(map(str, row)))


@settings(max_examples=EFFORT, deadline=None)
@given(st.one_of(*(st.lists(kind(), min_size=1, max_size=6) for kind in (members, posts, shelves, loans))), st.data())
def test_any_sequence_of_uploads_equals_the_model(batches: Sequence[Batch], data: st.DataObject) -> None:
    register, model, past = batches[0].register, Model(), []
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Warehouse.create(Path(folder) / "w", Keys.new(demo=True))
        for nth, one in enumerate(batches):
            expected = model.take(one)
            assert warehouse.preview(one) == expected
            outcome = warehouse.commit([one], expected=True, now=datetime(2100, 1, 1, nth, tzinfo=UTC))
            assert outcome.counts == {register.id: expected}
            again = warehouse.commit([one], expected=True)
            assert not again.is_new, again.counts
            reader = warehouse.reader()
            now = [row if register.time is STATE else row[2:] for row in model.all()]
            assert shown(warehouse, reader, register) == sorted(now, key=lambda row: tuple(map(str, row)))
            on = data.draw(days)
            if register.time is STATE:
                held = [row for row in shown(warehouse, reader, register) if row[0] <= on < row[1]]
                assert shown(warehouse, reader, register, valid_on=on) == held
            as_read = shown(warehouse, reader, register, valid_on=on)
            past.append((on, reader.release.recorded_at, as_read))
            if data.draw(st.integers(0, 3)) == 0:
                warehouse.tidy(keep=0)
        reader = warehouse.reader()
        for on, at, as_read in past:
            assert shown(warehouse, reader, register, valid_on=on, recorded_at=at) == as_read
