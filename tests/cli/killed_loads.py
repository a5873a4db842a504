"""Real `yaodian load` processes killed at random: what was lost, doubled or half there, and whether a re-run converges."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from yaodian.cli.main import group
from yaodian.declare.register import Register
from yaodian.warehouse.keys import KEY_FILE, Keys
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.records import records_catalogue

BEFORE, AFTER = 100, 2_000


def start(setting: dict[str, str], *words: str | Path) -> subprocess.Popen[str]:
    program = "from yaodian.cli.main import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, "load", *map(str, words)],
        env=setting, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


def finish(setting: dict[str, str], *words: str | Path) -> str:
    """A load that nothing disturbs, in this process: what it prints."""
    with mock.patch.dict(os.environ, setting):
        done = CliRunner().invoke(group(), ["load", *map(str, words)], catch_exceptions=False, standalone_mode=False)
    assert done.return_value == 0, done.output
    return done.output


def schools(folder: Path, count: int) -> Path:
    """A file of invented schools."""
    register = records_catalogue().of(Register)["schools"]
    columns = [c for c in register.columns if c.required]
    rows = (",".join(f"21529{n:05d}" if c.name == "school_code" else c.example for c in columns) for n in range(count))
    file = folder / f"schools-{count}.csv"
    file.write_text("\n".join([",".join(c.label for c in columns), *rows]), encoding="utf-8")
    return file


def codes(records: Path, setting: dict[str, str]) -> list[str]:
    """The codes of the schools that the warehouse shows, each row once."""
    warehouse, register = (
        Warehouse.open(records, Keys.read(Path(setting[KEY_FILE]))),
        records_catalogue().of(Register)["schools"],
    )
    held = {"t": warehouse.reader().rows(register)}
    return sorted(warehouse.engine.query("SELECT school_code FROM t", held, {})["school_code"].to_pylist())


def killed_load(folder: Path, setting: dict[str, str], seed: int) -> Counter[str]:
    """Kill one load some time after its start, look at the register, resume, load again and look once more."""
    records, given = folder / "records", ("--records", folder / "records", "--on", "2019-09-01")
    first, second = schools(folder, BEFORE), schools(folder, AFTER)
    finish(setting, "schools", first, *given)
    child = start(setting, "schools", second, *given)
    time.sleep(random.Random(seed).uniform(0.3, 2.5))
    child.kill()
    child.communicate()
    seen = codes(records, setting)
    finish(setting, "--resume", "--records", records)
    finish(setting, "schools", second, *given)
    after = codes(records, setting)
    return Counter(
        points=1,
        killed=child.returncode == -signal.SIGKILL,
        half=len(set(seen)) not in (BEFORE, AFTER),
        lost=AFTER - len(set(after)) + max(0, BEFORE - len(set(seen))),
        doubled=len(seen) - len(set(seen)) + len(after) - len(set(after)),
        not_converged=after != sorted(set(after)) or len(after) != AFTER,
    )
