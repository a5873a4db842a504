"""Sweeping, tidying, verifying, and a register that gains a column: answers stay what they were."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse import faulting
from tests.warehouse.batches import batch
from tests.warehouse.small.registers.posts import Posts
from yaodian.declare.column import INTEGER, Column
from yaodian.declare.register import Mode, Register
from yaodian.domain.finding import Refusal
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.keying import BatchRefused
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse

DESK = {"desk_no": "1", "since_on": date(2020, 1, 1), "kind": "a"}


def wider(**attributes: object) -> type[Register]:
    """The register of posts, declared again by a later edition."""
    return type("Posts", (Posts,), {"__module__": __name__, **attributes})


def files_of(warehouse: Warehouse) -> set[str]:
    found = (f for part in ("tables", "vault") for f in (warehouse.folder / part).rglob("*.parquet"))
    return {f.relative_to(warehouse.folder).as_posix() for f in found}


def test_a_folder_is_made_a_warehouse_once(warehouse: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="已经是数仓"):
        Warehouse.create(warehouse.folder, Keys.new())
    with pytest.raises(Refusal, match="不是数仓"):
        Warehouse.open(tmp_path, Keys.new())
    (warehouse.folder / "current.json").unlink()
    again = Warehouse.create(warehouse.folder, Keys.new())
    assert again.commit(faulting.first()).is_new


def test_a_sweep_takes_orphans_and_leaves_what_a_reader_may_hold(warehouse: Warehouse) -> None:
    warehouse.commit(faulting.first())
    held = faulting.held(warehouse)
    (warehouse.folder / "tables" / "members" / "part-orphan.parquet").write_bytes(b"x")
    (warehouse.folder / "vault" / "members" / "orphan.parquet").write_bytes(b"x")
    (warehouse.folder / "releases" / "r9-never.json").write_text("{}")
    assert warehouse.sweep() == 3
    before = files_of(warehouse)
    warehouse.commit(faulting.second(), expected=True)
    warehouse.tidy()
    assert before < files_of(warehouse)
    old = warehouse.release_called(warehouse.release().before)
    warehouse.tidy(keep=0)
    assert files_of(warehouse) == {f.path for f in warehouse.release().files}
    assert held != faulting.held(warehouse)
    assert warehouse.release_called(old.id) == old


def test_tidying_says_the_same_and_is_done_once(warehouse: Warehouse) -> None:
    for one in (faulting.first(), faulting.second(), faulting.first(), faulting.second(), faulting.first()):
        warehouse.commit(one, expected=True)
    before = faulting.held(warehouse)
    tidied = warehouse.tidy()
    assert faulting.held(warehouse) == before
    assert all(table.closings == 0 for table in tidied.tables.values())
    assert warehouse.tidy() == tidied
    assert warehouse.commit(faulting.second(), expected=True).is_new


def test_a_silent_change_is_found_by_verifying(warehouse: Warehouse) -> None:
    warehouse.commit(faulting.first())
    assert warehouse.verify() == []
    name = warehouse.release().tables["loans"].files[0].path
    content = bytearray((warehouse.folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (warehouse.folder / name).write_bytes(content)
    assert warehouse.verify() == [name]


def test_a_register_that_gains_a_column_keeps_its_rows(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Posts, [DESK], mode=Mode.CHANGE)])
    later = wider(columns=(*Posts.columns, Column(name="hours", type=INTEGER, label="时数")))
    tables = {"t": warehouse.reader().rows(later)}
    assert warehouse.engine.query("SELECT kind, hours FROM t", tables, {}).to_pylist() == [{"kind": "a", "hours": None}]
    assert warehouse.preview(batch(later, [DESK], mode=Mode.CHANGE)) == Counts(same=1)
    counted = warehouse.commit([batch(later, [{**DESK, "hours": 4}], mode=Mode.CHANGE)]).counts
    assert counted == {"posts": Counts(changed=1)}
    for _ in range(2):
        tables = {"t": warehouse.reader().rows(later), "old": warehouse.reader().rows(Posts)}
        found = warehouse.engine.query("SELECT t.hours, old.kind FROM t, old", tables, {}).to_pylist()
        assert found == [{"hours": 4, "kind": "a"}]
        warehouse.tidy()


def test_a_column_that_changes_its_type_is_refused(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Posts, [DESK], mode=Mode.CHANGE)])
    other = wider(columns=(*Posts.columns[:-1], Column(name="kind", type=INTEGER, label="种类")))
    with pytest.raises(BatchRefused, match="请另立新列"):
        warehouse.commit([batch(other, [{**DESK, "kind": 1}], mode=Mode.CHANGE)])


def test_spills_of_ended_processes_are_swept_and_others_are_not(warehouse: Warehouse) -> None:
    for process in (2**22 + 1, os.getpid()):
        (warehouse.folder / "temporary" / f"{process}-x").mkdir()
        (warehouse.folder / "temporary" / f"{process}-x" / "spilled").write_bytes(b"x")
    warehouse.sweep()
    assert [f.name for f in (warehouse.folder / "temporary").iterdir() if f.name.endswith("-x")] == [f"{os.getpid()}-x"]
