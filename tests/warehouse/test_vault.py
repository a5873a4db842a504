"""Keys are kept apart and refused where others may read them; a rotation leaves nothing that the old key opens."""

from __future__ import annotations

import hmac
import os
from pathlib import Path

import pyarrow as pa
import pytest

from tests.warehouse.batches import batch, member
from tests.warehouse.small.registers.members import Members
from yaodian.warehouse.blind import BlindIndex
from yaodian.warehouse.keys import Keys, KeysRefused
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import Vault, vault_schema

L1 = {"library_code": ["L1"]}


def test_keys_are_written_for_their_owner_alone_and_read_back(tmp_path: Path) -> None:
    keys = Keys.new(demo=True).rotated()
    keys.write(tmp_path / "keys.json")
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o400
    assert Keys.read(tmp_path / "keys.json") == keys
    assert keys.index.hex() not in repr(keys)


def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    Keys.new().write(file)
    file.chmod(0o440)
    with pytest.raises(KeysRefused, match="chmod 0400"):
        Keys.read(file)


def test_a_key_file_inside_the_data_or_damaged_or_missing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "keys.json"
    Keys.new().write(file)
    with pytest.raises(KeysRefused, match="移到别处"):
        Keys.read(file, data_folder=tmp_path)
    file.chmod(0o600)
    file.write_text('{"current": "k", "data": {}}')
    file.chmod(0o400)
    with pytest.raises(KeysRefused, match="损坏"):
        Keys.read(file)
    with pytest.raises(KeysRefused, match="没有密钥文件"):
        Keys.read(tmp_path / "none.json")
    monkeypatch.delenv("YAODIAN_KEY_FILE", raising=False)
    with pytest.raises(KeysRefused, match="YAODIAN_KEY_FILE"):
        Keys.from_environment()


def test_the_blind_index_is_the_hmac_of_the_value() -> None:
    key = os.urandom(32)
    index = BlindIndex(key).of_values(pa.array(["张三", None, ""])).to_pylist()
    expected = [hmac.digest(key, text.encode(), "sha256")[:16] for text in ("张三", "")]
    assert index == [expected[0], None, expected[1]]


def test_other_keys_do_not_open_the_vault(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Members, [member("1")], scope=L1)])
    stranger = Warehouse.open(warehouse.folder, Keys.new())
    with pytest.raises(KeysRefused, match="密钥不对"):
        stranger.commit([batch(Members, [member("1")], scope=L1)])
    pretender = Keys({warehouse.keys.current: os.urandom(32)}, warehouse.keys.current, warehouse.keys.index)
    with pytest.raises(KeysRefused, match="密钥不对"):
        Warehouse.open(warehouse.folder, pretender).preview(batch(Members, [member("1")], scope=L1))


def test_a_rotation_leaves_nothing_that_the_old_key_opens(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Members, [member("1"), member("2")], scope=L1)])
    old = list((warehouse.folder / "vault").rglob("*.parquet"))
    rotated = warehouse.rotate(warehouse.keys.rotated())
    assert not any(file.exists() for file in old)
    fresh = Warehouse.open(rotated.folder, rotated.keys.only_current())
    assert fresh.commit([batch(Members, [member("1"), member("2")], scope=L1)]).counts["members"].same == 2
    with pytest.raises(KeysRefused):
        warehouse.preview(batch(Members, [member("1")], scope=L1))
    files = fresh.release().vault["members"]
    names = Vault(fresh.folder, fresh.keys).read(files, vault_schema(Members), ["name"])["name"]
    assert sorted(names.to_pylist()) == ["名1", "名2"]


def test_single_records_are_read_as_they_were_last_stated_and_no_other_part_is_opened(warehouse: Warehouse) -> None:
    rows = [member(str(number)) for number in range(40)]
    warehouse.commit([batch(Members, rows, scope={"library_code": ["L1"]})])
    warehouse.commit([batch(Members, [*rows[1:], member("0", name="新名")], scope={"library_code": ["L1"]})])
    files, vault = warehouse.release().vault["members"], warehouse.vault
    assert len(files) == 2
    whole = {row["name"]: row["record_key"] for row in vault.read(files, vault_schema(Members), ["name"]).to_pylist()}
    wanted = pa.array([whole["新名"], whole["名7"]], pa.binary())
    some = vault.read(files, vault_schema(Members), ["name"], wanted)
    assert sorted(some["name"].to_pylist()) == ["名7", "新名"]
    assert vault.read(files, vault_schema(Members), ["name"], pa.array([b"nobody"], pa.binary())).num_rows == 0
