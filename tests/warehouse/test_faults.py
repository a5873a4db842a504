"""Killed, out of room, read-only, truncated, crowded: the warehouse stands as it was and the next commit goes through."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.warehouse import faulting
from tests.warehouse.batches import batch, member
from tests.warehouse.small.registers.members import Members
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.lock import WarehouseBusy, writer
from yaodian.warehouse.release import WarehouseDamaged
from yaodian.warehouse.store import Warehouse

pytestmark = pytest.mark.skipif(
    os.environ.get("YAODIAN_ENGINE") == "spark", reason="files are put to the test here, not the engine that reads them"
)
POINTS = 10 if EFFORT == "ci" else 20
SECONDS = 8


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Warehouse]:
    """Warehouses to be copied, each written once: after a commit, and one to be tidied."""
    folder = tmp_path_factory.mktemp("made")
    once = Warehouse.create(folder / "once", Keys.new(demo=True))
    once.commit(faulting.first())
    return {"once": once, "untidied": faulting.untidied(folder / "untidied")}


def copied(warehouse: Warehouse, folder: Path) -> Warehouse:
    shutil.copytree(warehouse.folder, folder)
    return Warehouse.open(folder, warehouse.keys)


@pytest.fixture
def filled(made: dict[str, Warehouse], tmp_path: Path) -> Warehouse:
    return copied(made["once"], tmp_path / "warehouse")


@pytest.mark.slow
def test_kills_lose_double_and_halve_nothing(tmp_path: Path) -> None:
    total = faulting.kill_many(tmp_path, POINTS, seed=7)
    assert total["points"] == POINTS
    assert total["killed"] >= POINTS // 2
    assert {name: total[name] for name in ("lost", "doubled", "half", "not_converged", "stray")} == dict.fromkeys(
        ("lost", "doubled", "half", "not_converged", "stray"), 0
    )


@pytest.mark.parametrize(("part", "delay"), [pytest.param(0, 0.0, marks=pytest.mark.slow), (0, 0.005), (1, 0.0)])
def test_a_killed_tidying_leaves_the_release_as_it_was(
    made: dict[str, Warehouse], tmp_path: Path, part: int, delay: float
) -> None:
    came = faulting.kill_tidying_at(copied(made["untidied"], tmp_path / "warehouse"), part, delay)
    assert came["killed"] and came["untouched"]
    assert not (came["lost"] or came["doubled"] or came["not_converged"] or came["stray"])


@pytest.mark.parametrize("room", [0, *(pytest.param(room, marks=pytest.mark.slow) for room in (1_000, 9_000)), 4_500])
def test_a_full_disk_is_said_and_changes_nothing(filled: Warehouse, room: int) -> None:
    before = faulting.held(filled)
    assert faulting.run_child(faulting.commit_with_little_room, filled.folder, filled.keys, room) == 7
    assert faulting.held(filled) == before
    assert filled.commit(faulting.second(), expected=True).is_new


def test_a_folder_that_may_only_be_read_is_said_and_still_read(filled: Warehouse) -> None:
    for above in list(filled.folder.parents)[:4]:
        if str(above) != "/tmp":
            above.chmod(0o755)
    before = faulting.held(filled)
    faulting.make_read_only(filled.folder, True)
    assert faulting.run_child(faulting.commit_as_nobody, filled.folder, filled.keys) == 7
    assert faulting.held(filled) == before
    faulting.make_read_only(filled.folder, False)
    assert filled.commit(faulting.second(), expected=True).is_new


@pytest.mark.parametrize(
    "pattern", ["tables/members/*.parquet", "vault/members/*.parquet", "releases/r1*.json", "current.json"]
)
@pytest.mark.parametrize("spoil", [lambda b: b[: len(b) // 2], lambda b: b""], ids=["halved", "emptied"])
def test_a_truncated_file_is_said(filled: Warehouse, pattern: str, spoil: Callable[[bytes], bytes]) -> None:
    file = next(filled.folder.glob(pattern))
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    with pytest.raises(WarehouseDamaged, match="备份"):
        filled.reader()
    with pytest.raises(WarehouseDamaged, match="备份"):
        filled.commit(faulting.second(), expected=True)
    file.write_bytes(whole)
    assert filled.commit(faulting.second(), expected=True).is_new


def test_a_broken_log_of_a_later_version_is_rolled_back(filled: Warehouse) -> None:
    log = filled.folder / "tables" / "members" / "_delta_log"
    (log / f"{1:020}.json").write_text('{"add": {"pa')
    assert filled.commit(faulting.second(), expected=True).is_new


def test_the_second_writer_is_told_who_holds_the_lock(filled: Warehouse) -> None:
    batches = [batch(Members, [member("1")], scope={"library_code": ["L1"]})]
    with writer(filled.folder, "导入学籍"), pytest.raises(WarehouseBusy, match="导入学籍"):
        filled.commit(batches)


@pytest.mark.slow
def test_writers_and_readers_at_once_tear_and_lose_nothing(tmp_path: Path) -> None:
    total = faulting.together(tmp_path, seconds=SECONDS)
    assert total["batches"] >= 2 and total["reads"] >= 8
    assert {name: total[name] for name in ("torn", "lost", "doubled", "failed")} == dict.fromkeys(
        ("torn", "lost", "doubled", "failed"), 0
    )
