"""A load that is interrupted or killed: the registers stay as they were, and it is taken up from what was kept."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.effort import EFFORT
from yaodian.cli.progress import LoadProgress
from yaodian.declare.register import Register
from yaodian.warehouse.load.journal import State
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import Upload, date, existing, interrupted

KILLS = {"check": 3, "ci": 10, "full": 20}[EFFORT]


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    return dict(os.environ)


def start(setting: dict[str, str], *words: str | Path) -> subprocess.Popen[str]:
    program = "from yaodian.cli.main import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, "load", *map(str, words)],
        env=setting, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


def finish(setting: dict[str, str], *words: str | Path) -> str:
    child = start(setting, *words)
    out, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    return out


def schools(folder: Path, count: int) -> Path:
    """A file of invented schools."""
    register = records_catalogue().of(Register)["schools"]
    columns = [c for c in register.columns if c.required]
    rows = (",".join(f"21529{n:05d}" if c.name == "school_code" else c.example for c in columns) for n in range(count))
    file = folder / f"schools-{count}.csv"
    file.write_text("\n".join([",".join(c.label for c in columns), *rows]), encoding="utf-8")
    return file


def codes(records: Path) -> list[str]:
    """The codes of the schools that the warehouse shows, each row once."""
    warehouse, register = existing(records), records_catalogue().of(Register)["schools"]
    held = {"t": warehouse.reader().rows(register)}
    return sorted(warehouse.engine.query("SELECT school_code FROM t", held, {})["school_code"].to_pylist())


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
    assert len(codes(records)) == 10
    file.unlink()
    assert "新增 2,990" in finish(setting, "--resume", "--records", records)
    assert len(codes(records)) == 3_000 and interrupted(existing(records)) == []


@pytest.mark.parametrize("nth", range(KILLS))
def test_a_killed_load_is_whole_or_nothing_and_converges(tmp_path: Path, setting: dict[str, str], nth: int) -> None:
    records = tmp_path / "records"
    first, second = schools(tmp_path, 100), schools(tmp_path, 2_000)
    given = ("--records", records, "--on", "2019-09-01")
    finish(setting, "schools", first, *given)
    child = start(setting, "schools", second, *given)
    time.sleep(random.Random(nth).uniform(0.5, 2.5))
    child.kill()
    child.communicate()
    assert len(codes(records)) in (100, 2_000)
    finish(setting, "--resume", "--records", records)
    finish(setting, "schools", second, *given)
    assert codes(records) == [f"21529{n:05d}" for n in range(2_000)]


def test_progress_is_told_after_two_seconds_with_the_time_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [schools(tmp_path, 40), schools(tmp_path, 41)]
    uploads = [Upload(records_catalogue().of(Register)["schools"], f, date(2019, 9, 1), {}) for f in files]
    times: Iterator[float] = iter((0.0, 1.0, 10.0, 20.0))
    progress = LoadProgress(uploads, is_watched=True, clock=lambda: next(times))
    progress(uploads[0], State.STAGED)
    assert capsys.readouterr().err == ""
    progress(uploads[0], State.COMMITTED)
    assert "第 1 个文件，共 2 个" in (told := capsys.readouterr().err) and "还要约 10 秒" in told
    progress(uploads[1], State.COMMITTED)
    silent = LoadProgress(uploads, is_watched=False, clock=iter((0.0, 9.0)).__next__)
    silent(uploads[0], State.COMMITTED)
    assert capsys.readouterr().err == ""
