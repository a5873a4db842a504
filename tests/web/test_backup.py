"""A backup made while others write, restored into a new database: the same rows, an unbroken chain, whole files; and killed
in the making or in the restoring, never half."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.web.apart import empty_database, fresh_database, run, start
from tests.web.drills import killed_backups, yaodian

CANARY = "抓紧"  # what the writers write
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    monkeypatch.setenv("YAODIAN_FILES", str(tmp_path / "files"))
    (tmp_path / "backups").mkdir()
    yield


def written_to(url: str, backup: Path, writers: int = 3) -> subprocess.CompletedProcess[str]:
    """A backup made while several processes write entries and one attaches evidence."""
    run(url, "open_many", count=writers)
    version = run(url, "accept")
    at_work = [start(url, "instruct", seconds=60, subject=f"late{n}") for n in range(writers)]
    attaching = start(url, "attach", seed=1, starting=version)
    try:
        for _ in range(3):
            assert attaching.stdout.readline()  # type: ignore[union-attr]
        return yaodian("backup", backup, "--database", url)
    finally:
        for one in (*at_work, attaching):
            one.kill()
            one.communicate()


def test_a_backup_made_while_others_write_is_restored_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = tmp_path / "backups" / "a.backup"
    with fresh_database(tmp_path) as url:
        made = written_to(url, backup)
        assert made.returncode == 0, made.stderr
        went_on, indexed = run(url, "attached"), run(url, "indexed")
    held = backup.read_bytes()
    assert CANARY.encode() not in held and b"of-city" not in held and b"%PDF-1.7" not in held
    targets = {tmp_path / "again": True, tmp_path / "sqlite": False}
    for folder, on_the_same in targets.items():
        folder.mkdir()
        monkeypatch.setenv("YAODIAN_FILES", str(folder / "files"))
        if not on_the_same:
            monkeypatch.delenv("YAODIAN_DATABASE", raising=False)
        with empty_database(folder) as url:
            restored = yaodian("restore", backup, "--database", url)
            assert restored.returncode == 0, restored.stdout + restored.stderr
            assert "与备份相等" in restored.stdout and "链尾" in restored.stdout
            assert not on_the_same or run(url, "indexed") == indexed  # each make has some of its own
            found = run(url, "attached")
            assert found["fault"] is None and len(found["named"]) >= 3
            assert found["named"] == went_on["named"][: len(found["named"])]
            assert found["audited"] <= went_on["audited"]
            assert run(url, "instruct", seconds=1)["taken"] > 0  # work goes on where it stood
            again = yaodian("restore", backup, "--database", url)
            assert again.returncode == 2 and "不是空的" in again.stderr


def test_a_cut_or_changed_backup_leaves_the_database_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = tmp_path / "backups" / "a.backup"
    with fresh_database(tmp_path) as url:
        assert yaodian("backup", backup, "--database", url).returncode == 0
    whole = backup.read_bytes()
    (folder := tmp_path / "again").mkdir()
    monkeypatch.setenv("YAODIAN_FILES", str(folder / "files"))
    with empty_database(folder) as url:
        for wrong in (whole[:-1], whole[: len(whole) // 2], whole[:99] + b"?" + whole[100:]):
            backup.write_bytes(wrong)
            refused = yaodian("restore", backup, "--database", url)
            assert refused.returncode == 2 and refused.stderr.count("\n") == 1 and "什么也没有恢复" in refused.stderr
        assert not list(folder.iterdir())
        backup.write_bytes(whole)
        assert yaodian("restore", backup, "--database", url).returncode == 0


def test_evidence_that_is_gone_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    backup = tmp_path / "backups" / "a.backup"
    with fresh_database(tmp_path) as url:
        attaching = start(url, "attach", seed=1, starting=run(url, "accept"))
        first, second = (attaching.stdout.readline().strip() for _ in range(2))  # type: ignore[union-attr]
        attaching.kill()
        attaching.communicate()
        (tmp_path / "files" / first[:2] / first).unlink()
        told = yaodian("backup", backup, "--database", url)
        assert (
            told.returncode == 1 and "佐证缺1个" in told.stdout and first in told.stdout and second not in told.stdout
        )
    assert backup.exists()


def test_a_backup_of_an_earlier_version_is_restored_and_brought_up_to_date(tmp_path: Path) -> None:
    backup = tmp_path / "backups" / "a.backup"
    with fresh_database(tmp_path) as url:
        assert run(url, "backed_up_behind", app="audit", migration="0001", backup=str(backup)) > 0
    (folder := tmp_path / "again").mkdir()
    with empty_database(folder) as url:
        restored = yaodian("restore", backup, "--database", url)
        assert restored.returncode == 0 and "链尾" in restored.stdout, restored.stdout + restored.stderr
        assert yaodian("verify", "--database", url).returncode == 0


def test_an_empty_database_is_not_backed_up(tmp_path: Path) -> None:
    with empty_database(tmp_path) as url:
        refused = yaodian("backup", tmp_path / "backups" / "a.backup", "--database", url)
        assert refused.returncode == 2 and "什么也没有" in refused.stderr
    assert not list((tmp_path / "backups").iterdir())


def test_a_kill_in_a_backup_or_a_restore_leaves_nothing_half(tmp_path: Path) -> None:
    told = killed_backups(tmp_path, 3 if EFFORT == "ci" else 20)
    assert told["killed"] > 0 and told["half"] == told["stuck"] == told["unlike"] == 0
