"""Drills of backup and restore: killed at random moments, what is there is whole or is not there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.web.apart import ROOT, empty_database, fresh_database, run

LINE = "from yaodian.cli.main import main; main()"
WHOLE = 601  # items in the database that is backed up


def begun(*words: str | Path) -> subprocess.Popen[str]:
    """A command of the program begun in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    words = (sys.executable, "-c", LINE, *map(str, words))
    return subprocess.Popen(words, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def yaodian(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command of the program run to its end."""
    told, refused = (process := begun(*words)).communicate()
    return subprocess.CompletedProcess(words, process.returncode, told, refused)


def killed(dice: random.Random, longest: float, *words: str | Path) -> bool:
    """A command killed within so many seconds; whether it was still running."""
    process = begun(*words)
    time.sleep(dice.uniform(0.3, longest))
    process.kill()
    process.communicate()
    return process.returncode < 0


def killed_backups(folder: Path, points: int, seed: int = 5) -> Counter[str]:
    """Backups and restores killed at random moments: how many were killed, and what was half there or could not be done
    afterwards. YAODIAN_KEY_FILE and YAODIAN_FILES are set."""
    dice, total, backup = random.Random(seed), Counter[str](), folder / "backups" / "whole"
    backup.parent.mkdir(exist_ok=True)
    with fresh_database(folder) as url:
        run(url, "open_many", count=WHOLE - 1)
        began = time.monotonic()
        assert yaodian("backup", backup, "--database", url).returncode == 0
        longest = time.monotonic() - began
        for point in range(points):
            other = backup.with_name(str(point))
            total["killed"] += killed(dice, longest, "backup", other, "--database", url)
            total["half"] += other.exists() and not run(url, "is_whole", backup=str(other))
    began = time.monotonic()
    for point in range(points):
        (place := folder / f"again{point}").mkdir()
        with empty_database(place) as url:
            if point:
                total["killed"] += killed(dice, longest, "restore", backup, "--database", url)
            found = run(url, "restored_rows")
            again = yaodian("restore", backup, "--database", url)
            total["half"] += found not in (0, WHOLE)
            total["stuck"] += again.returncode != (2 if found else 0)
            total["unlike"] += run(url, "restored_rows") != WHOLE
        longest = longest if point else time.monotonic() - began
    return total
