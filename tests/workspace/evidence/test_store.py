"""The store of evidence: content decides the place, a file is whole or absent, what nobody names goes after a day."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.checking import Checked
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.evidence.store import Store

NOW = datetime.now(UTC)
FILE, OTHER = Checked(b"%PDF-1.7 one", Media.PDF), Checked(b"%PDF-1.7 other", Media.PDF)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "files")


def files(store: Store) -> list[Path]:
    return [path for path in store.folder.rglob("*") if path.is_file()]


def test_the_same_content_twice_is_one_file(store: Store) -> None:
    assert store.put(FILE) == store.put(Checked(FILE.data, Media.PDF)) == FILE.sha256
    with store.open(FILE.sha256) as file:
        assert file.read() == FILE.data
    assert len(files(store)) == 1 and store.is_whole(FILE.sha256)


def test_a_file_is_on_the_disk_before_it_has_its_name(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    done, fsync, replace = [], os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("fsync"), fsync(handle)))
    monkeypatch.setattr(Path, "replace", lambda a, b: (done.append("rename"), replace(a, b))[1])
    store.put(FILE)
    assert done[:3] == ["fsync", "rename", "fsync"]


@pytest.mark.parametrize("digest", ["../../etc/passwd", "", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_what_is_no_hash_reaches_no_file(store: Store, digest: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.open(digest)
    assert not store.is_whole(digest)


def test_a_changed_or_missing_file_is_not_whole(store: Store) -> None:
    path = store.path(store.put(FILE))
    path.chmod(0o600)
    path.write_bytes(FILE.data + b"x")
    assert not store.is_whole(FILE.sha256) and not store.is_whole(OTHER.sha256)


def test_a_full_disk_is_said_and_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="存不进去"):
        store.put(FILE)
    assert not files(store)


def test_a_sweep_takes_what_is_old_and_unnamed_and_nothing_else(store: Store) -> None:
    for one in (FILE, OTHER):
        store.put(one)
    half = store.path(FILE.sha256).with_name(f"{FILE.sha256}.1.2.new")
    half.write_bytes(b"%PD")
    assert store.sweep({FILE.sha256}, NOW) == 0
    assert store.sweep({FILE.sha256}, NOW + timedelta(days=2)) == 2
    assert files(store) == [store.path(FILE.sha256)]


def test_an_old_file_put_again_is_new_to_a_sweep(store: Store) -> None:
    path = store.path(store.put(FILE))
    os.utime(path, (0, 0))
    store.put(FILE)
    assert store.sweep(set(), NOW) == 0 and store.is_whole(FILE.sha256)


def test_a_file_put_while_it_is_swept_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path, rename = store.path(store.put(FILE)), Path.rename
    os.utime(path, (0, 0))

    def put_between(self: Path, target: Path) -> Path:
        monkeypatch.undo()
        store.put(FILE)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", put_between)
    assert store.sweep(set(), NOW) == 0 and store.is_whole(FILE.sha256)
    assert len(files(store)) == 1
