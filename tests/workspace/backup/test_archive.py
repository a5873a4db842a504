"""A backup file gives back what was put in, shows nothing without its keys, and is refused whole where anything is amiss."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.sealed import BLOCK
from yaodian.workspace.backup.archive import Backup, keys_for, pieces_of, write_backup

KEYS = Keys.new(demo=True)
CANARY = "金丝雀小朋友-520302200001010019".encode()
MEMBERS = {"tables/a.jsonl": [CANARY * 3, b"x"], "files/empty": [], "files/b": [random.Random(1).randbytes(5_000)]}


def written(file: Path, keys: Keys = KEYS) -> Backup:
    write_backup(file, keys, MEMBERS.items(), lambda: {"rows": {"a": 3}})
    return Backup(file, keys)


def test_what_was_put_in_comes_out_in_its_order(tmp_path: Path) -> None:
    backup = written(tmp_path / "a.backup")
    assert {name: b"".join(pieces) for name, pieces in backup.members() if name in MEMBERS} == {
        name: b"".join(pieces) for name, pieces in MEMBERS.items()
    }
    manifest = backup.checked()
    assert list(manifest.members) == list(MEMBERS) and manifest.told == {"rows": {"a": 3}}


def test_a_member_that_is_not_read_is_passed_over(tmp_path: Path) -> None:
    last = [b"".join(pieces) for name, pieces in written(tmp_path / "a.backup").members() if name == "files/b"]
    assert last == [MEMBERS["files/b"][0]]


def test_more_than_one_block_comes_out_as_it_went_in(tmp_path: Path) -> None:
    large = random.Random(2).randbytes(2 * BLOCK + 17)
    (tmp_path / "large").write_bytes(large)
    with (tmp_path / "large").open("rb") as file:
        write_backup(tmp_path / "a.backup", KEYS, [("files/large", pieces_of(file))], dict)
    backup = Backup(tmp_path / "a.backup", KEYS)
    assert b"".join(next(backup.members())[1]) == large
    assert set(backup.checked().members) == {"files/large"}


def test_nothing_of_what_is_kept_can_be_read_in_the_file(tmp_path: Path) -> None:
    held = written(tmp_path / "a.backup").file.read_bytes()
    for clear in (CANARY, CANARY[:9], b"tables/a.jsonl", b"manifest", b"rows", *KEYS.data.values(), KEYS.index):
        assert clear not in held
    assert (tmp_path / "a.backup").stat().st_mode & 0o077 == 0


def test_every_cut_and_every_change_is_refused(tmp_path: Path) -> None:
    backup = written(tmp_path / "a.backup")
    whole, dice = backup.file.read_bytes(), random.Random(3)
    cuts = [whole[:at] for at in range(0, len(whole), 41)]
    changed = [whole[:at] + bytes([whole[at] ^ 1 << dice.randrange(8)]) + whole[at + 1 :] for at in range(200)]
    spread = [whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :] for at in dice.sample(range(len(whole)), 100)]
    for wrong in (*cuts, *changed, *spread, whole + b"\0"):
        backup.file.write_bytes(wrong)
        with pytest.raises(Refusal):
            backup.checked()


def test_blocks_in_another_order_or_of_another_backup_are_refused(tmp_path: Path) -> None:
    large = [("files/large", [random.Random(4).randbytes(3 * BLOCK)])]
    for name in ("a", "b"):
        write_backup(tmp_path / name, KEYS, large, dict)
    one, other = (tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()
    start, size = one.index(b"\n") + 9, BLOCK + 16
    blocks = [one[at : at + size] for at in range(start, len(one), size)]
    swapped = one[:start] + b"".join([blocks[1], blocks[0], *blocks[2:]])
    mixed = one[: start + size] + other[start + size :]
    for wrong in (swapped, mixed, one[:start] + b"".join(blocks[:-1])):
        (tmp_path / "a").write_bytes(wrong)
        with pytest.raises(Refusal, match="不完整或被改动过"):
            Backup(tmp_path / "a", KEYS).checked()


def test_other_keys_are_told_to_be_others(tmp_path: Path) -> None:
    backup = written(tmp_path / "a.backup")
    with pytest.raises(Refusal, match=f"要用密钥{KEYS.current}打开"):
        Backup(backup.file, Keys.new()).checked()
    same_name = Keys({KEYS.current: b"k" * 32}, KEYS.current, KEYS.index)
    with pytest.raises(Refusal, match="不完整或被改动过"):
        Backup(backup.file, same_name).checked()
    assert Backup(backup.file, KEYS.rotated()).checked()


def test_a_backup_that_breaks_off_leaves_no_file_and_none_is_written_over(tmp_path: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"x"
        raise Refusal(Words("坏了", "broken"))

    with pytest.raises(Refusal, match="坏了"):
        write_backup(tmp_path / "a.backup", KEYS, [("files/a", breaking())], dict)
    assert not list(tmp_path.iterdir())
    written(tmp_path / "a.backup")
    with pytest.raises(Refusal, match="备份不覆盖旧的"):
        written(tmp_path / "a.backup")


def test_what_is_no_backup_is_said_to_be_none(tmp_path: Path) -> None:
    for content in (b"", b"PK\3\4", b"YAODIAN BACKUP 1 only\n"):
        (tmp_path / "a").write_bytes(content)
        with pytest.raises(Refusal, match="不是备份文件"):
            Backup(tmp_path / "a", KEYS).checked()
    with pytest.raises(Refusal, match="读不了"):
        Backup(tmp_path / "none", KEYS).checked()


def test_keys_are_made_where_there_are_none_and_never_lie_beside_the_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    with pytest.raises(Refusal, match="不能和备份放在一起"):
        keys_for(tmp_path / "a.backup", None)
    made = keys_for(tmp_path / "backups" / "a.backup", None)
    assert made == keys_for(tmp_path / "backups" / "a.backup", None)
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "others"))
    with pytest.raises(Refusal, match="没有密钥文件"):
        keys_for(tmp_path / "backups" / "a.backup", tmp_path / "records")
