"""夜间关联: after a night's changes the neighbourhood linked anew, with the rest as it was, is what a whole run gives."""

from __future__ import annotations

import random
from typing import Any

import pyarrow as pa
import pytest
from tools.dirty_lists import two_lists

from tests.warehouse.link.claimed import BOUNDS, LI_BOY, SCHEMA, asked, keyed, named, row, together
from yaodian.warehouse.link.linking import DECIDED, Linked, link
from yaodian.warehouse.link.model import Model
from yaodian.warehouse.link.relinking import link_whole, relink

Lists = dict[str, list[dict[str, Any]]]
COLUMNS = ("id_no", "name", "birth_on", "address", "guardians")


def tables(lists: Lists) -> dict[str, pa.Table]:
    return {name: pa.Table.from_pylist(rows, SCHEMA) for name, rows in lists.items()}


def night(lists: Lists, rng: random.Random, count: int) -> tuple[Lists, set[bytes]]:
    """The lists after a night, and the records that changed: rows end, rows come (copies with a fault, or of a twin), values are lost
    or taken from another row."""
    after = {name: [dict(row) for row in rows] for name, rows in lists.items()}
    changed: set[bytes] = set()
    for number in range(count):
        rows = after[rng.choice(sorted(after))]
        row, other = rng.choice(rows), rng.choice(rows)
        luck = rng.random()
        if luck < 0.25:
            rows.remove(row)
        elif luck < 0.5:
            row = row | {"record_key": keyed(f"N{rng.randrange(10**9):09d}{number}")} | _fault(rng, other)
            rows.append(row)
        else:
            row.update(_fault(rng, other))
        changed.add(row["record_key"])
    return after, changed


def _fault(rng: random.Random, other: dict[str, Any]) -> dict[str, Any]:
    column = rng.choice(COLUMNS)
    return {column: None if column in ("id_no", "address", "guardians") and rng.random() < 0.5 else other[column]}


def whole_after(before: Linked, near: Linked, ended: set[bytes]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Persons and questions of the neighbourhood, and those before of all other rows."""
    inside = {named(key) for key in near.members["record_key"].to_pylist()} | {named(key) for key in ended}
    kept = ({one for one in found if not one & inside} for found in (together(before), asked(before)))
    return tuple(old | new for old, new in zip(kept, (together(near), asked(near)), strict=True))  # type: ignore[return-value]


@pytest.mark.parametrize("seed", range(12))
def test_a_night_gives_what_a_whole_run_gives(seed: int) -> None:
    rng, model = random.Random(seed), Model.read()
    lists = {name: table.to_pylist() for name, table in two_lists(0.002, seed).lists.items()}
    before, trail = link_whole(tables(lists), model, BOUNDS)
    after, changed = night(lists, rng, 150)
    decided = _decisions(rng, before, after)
    changed |= {key for row in decided.to_pylist() for key in (row["record_l"], row["record_r"])}
    near = relink(tables(after), trail, pa.array(sorted(changed), pa.binary()), model, BOUNDS, decided)
    cold = link(tables(after), model, BOUNDS, decided)
    there = {row["record_key"] for rows in after.values() for row in rows}
    assert whole_after(before, near, changed - there) == (together(cold), asked(cold))
    assert near.members.num_rows < cold.members.num_rows / 3


def _decisions(rng: random.Random, before: Linked, after: Lists) -> pa.Table:
    """Some of the questions answered, and some rows told apart from others of their list's neighbours."""
    told = [
        {"record_l": pair["record_l"], "record_r": pair["record_r"], "same": rng.random() < 0.5}
        for pair in before.open.to_pylist()
    ]
    keys = [row["record_key"] for row in rng.sample(after["residents"], 6)]
    told += [{"record_l": keys[n], "record_r": keys[n + 1], "same": n == 0} for n in (0, 2, 4)]
    return pa.Table.from_pylist(told, DECIDED)


def relinked(before: Lists, after: Lists, changed: str) -> Linked:
    _, trail = link_whole(tables(before), Model.read(), BOUNDS)
    keys = pa.array([keyed(key) for key in changed], pa.binary())
    return relink(tables(after), trail, keys, Model.read(), BOUNDS)


def test_whom_an_ended_row_stood_in_the_way_of_is_looked_at_again() -> None:
    namesakes = [row("a", LI_BOY, "李明"), row("b", "520302201003049031", "李明")]
    students = [row("x", None, "李明")]
    near = relinked(
        {"residents": namesakes, "students": students}, {"residents": namesakes[:1], "students": students}, "b"
    )
    assert together(near) == {frozenset("ax")} and asked(near) == set()


def test_who_is_confirmed_by_a_new_row_is_found_whatever_else_it_says() -> None:
    residents = [row("a", LI_BOY, "李明")]
    elsewhere = row("x", LI_BOY, "李明", address="别镇别村2组6号", guardian="王建国") | {"county": "520381"}
    near = relinked({"residents": residents, "students": []}, {"residents": residents, "students": [elsewhere]}, "x")
    assert together(near) == {frozenset("ax")} and near.tally.confirmed == 2


def test_a_night_without_changes_has_no_neighbourhood() -> None:
    lists = {"residents": [row("a", LI_BOY, "李明")], "students": [row("x", LI_BOY, "李明")]}
    assert relinked(lists, lists, "").members.num_rows == 0
