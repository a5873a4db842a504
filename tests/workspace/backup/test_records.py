"""The files of a warehouse kept in a backup: put back they are the same warehouse, and one that is not whole is not kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.batches import batch, member
from tests.warehouse.small.registers.members import Members
from yaodian.domain.finding import Refusal
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.backup.archive import Backup, write_backup
from yaodian.workspace.backup.records import PutBack, records_members

KEYS = Keys.new(demo=True)
SCOPE = {"library_code": ["L1"]}


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    made = Warehouse.create(tmp_path / "records", KEYS)
    for rows in ([member("1", books=3)], [member("1", books=4), member("2")]):
        made.commit([batch(Members, rows, scope=SCOPE)])
    return made


def put_back(backup: Backup, folder: Path) -> Warehouse:
    target = PutBack(folder)
    target.begin()
    for name, pieces in backup.members():
        if name.startswith("records/"):
            target.put(name, pieces)
    target.finish()
    return Warehouse.open(folder, KEYS)


def kept(warehouse: Warehouse, file: Path) -> Backup:
    write_backup(file, KEYS, records_members(warehouse.folder, KEYS), dict)
    return Backup(file, KEYS)


def rows(warehouse: Warehouse) -> list[dict[str, object]]:
    seen = warehouse.reader().rows(Members)
    found: list[dict[str, object]] = warehouse.engine.query("SELECT * FROM t ORDER BY ALL", {"t": seen}, {}).to_pylist()
    return found


def test_a_warehouse_put_back_is_the_same_and_goes_on(warehouse: Warehouse, tmp_path: Path) -> None:
    again = put_back(kept(warehouse, tmp_path / "a.backup"), tmp_path / "again" / "records")
    assert again.release() == warehouse.release() and again.verify() == [] and rows(again) == rows(warehouse)
    assert again.release_called(again.release().before).number == again.release().number - 1
    for one in (warehouse, again):
        one.commit([batch(Members, [member("1"), member("3")], scope=SCOPE)], expected=True)
    chosen = ("valid_from", "valid_to", "library_code", "books")
    assert [[row[name] for name in chosen] for row in rows(again)] == [
        [row[name] for name in chosen] for row in rows(warehouse)
    ]


def test_a_load_after_the_backup_began_is_wholly_in_it_or_wholly_out(warehouse: Warehouse, tmp_path: Path) -> None:
    members = records_members(warehouse.folder, KEYS)
    first = next(members)
    before = warehouse.release()
    warehouse.commit([batch(Members, [member("1"), member("9")], scope=SCOPE)], expected=True)
    write_backup(tmp_path / "a.backup", KEYS, [first, *members], dict)
    again = put_back(Backup(tmp_path / "a.backup", KEYS), tmp_path / "again")
    assert again.release() == before and again.verify() == []
    again.commit([batch(Members, [member("5")], scope=SCOPE)], expected=True)
    assert again.verify() == [] and len(rows(again)) >= 1


def test_a_damaged_file_is_not_taken_for_a_backup(warehouse: Warehouse, tmp_path: Path) -> None:
    held = warehouse.release().files[0]
    path = warehouse.folder / held.path
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(Refusal, match="已损坏，没有备成"):
        kept(warehouse, tmp_path / "a.backup")
    assert not (tmp_path / "a.backup").exists()


def test_neither_names_nor_keys_are_readable_and_the_keys_are_not_within(warehouse: Warehouse, tmp_path: Path) -> None:
    backup = kept(warehouse, tmp_path / "a.backup")
    inside = b"".join(b"".join(pieces) for _, pieces in backup.members())
    for clear in ("名1".encode(), b"ID2", *KEYS.data.values(), KEYS.index):
        assert clear not in inside


def test_a_folder_that_holds_anything_is_not_restored_into(warehouse: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不是空的"):
        PutBack(warehouse.folder)
    target = PutBack(tmp_path / "new")
    target.begin()
    with pytest.raises(Refusal, match="放不得"):
        target.put("records/../../outside", [b"x"])
    target.discard()
    assert not (tmp_path / "outside").exists() and not (tmp_path / "new").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["records"]
