"""A load that is interrupted or killed: the registers stay as they were, and it is taken up from what was kept."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.killed_loads import codes, finish, killed_load, schools, start
from tests.effort import EFFORT
from yaodian.cli.progress import Line, LoadProgress
from yaodian.declare.register import Register
from yaodian.warehouse.load.journal import State
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import Upload, date, existing, interrupted

KILLS = {"check": 3, "ci": 10, "full": 20}[EFFORT]


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    return dict(os.environ)


def until_kept(records: Path, child: subprocess.Popen[str]) -> None:
    """Wait until the child has kept its upload."""
    while child.poll() is None and not list((records / "uploads").glob("*.load")):
        time.sleep(0.01)


def test_control_c_leaves_the_register_as_it_was_and_the_load_goes_on_later(
    tmp_path: Path, setting: dict[str, str]
) -> None:
    records, file = tmp_path / "records", schools(tmp_path, 3_000)
    given = ("--records", records, "--on", "2019-09-01")
    finish(setting, "schools", schools(tmp_path, 10), *given)
    for old in (records / "uploads").iterdir():
        old.unlink()
    child = start(setting, "schools", file, *given)
    until_kept(records, child)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130 and err.count("\n") == 1 and "登记簿保持原样" in err and not out
    assert len(codes(records, setting)) == 10
    file.unlink()
    assert "新增 2,990" in finish(setting, "--resume", "--records", records)
    assert len(codes(records, setting)) == 3_000 and interrupted(existing(records)) == []


@pytest.mark.parametrize("nth", range(KILLS))
def test_a_killed_load_is_whole_or_nothing_and_converges(tmp_path: Path, setting: dict[str, str], nth: int) -> None:
    came = killed_load(tmp_path, setting, seed=nth)
    assert came["points"] == 1 and not (came["half"] or came["lost"] or came["doubled"] or came["not_converged"])


def test_progress_is_told_after_two_seconds_with_the_time_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [schools(tmp_path, 40), schools(tmp_path, 41)]
    uploads = [Upload(records_catalogue().of(Register)["schools"], f, date(2019, 9, 1), {}) for f in files]
    times: Iterator[float] = iter((0.0, 1.0, 10.0, 20.0))
    progress = LoadProgress(uploads, Line(is_watched=True, clock=lambda: next(times)))
    progress(uploads[0], State.STAGED)
    assert capsys.readouterr().err == ""
    progress(uploads[0], State.COMMITTED)
    assert "第 1 个文件，共 2 个" in (told := capsys.readouterr().err) and "还要约 10 秒" in told
    progress(uploads[1], State.COMMITTED)
    silent = LoadProgress(uploads, Line(is_watched=False, clock=iter((0.0, 9.0)).__next__))
    silent(uploads[0], State.COMMITTED)
    assert capsys.readouterr().err == ""
