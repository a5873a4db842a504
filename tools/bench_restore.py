"""Restore: a simulated year backed up and put into new databases of both makes, each verified; bars in out/bars/restore.json.

`python -m tools.bench_restore [CASES]` simulates with so many cases for each part (66: about 1.3 million rows). With
YAODIAN_DATABASE set to a database that holds a year already, that one is backed up instead.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bars import Bar, seconds, write
from tools.load import PLAN, YAODIAN
from tools.postgres import server

CASES = 66
LIMIT = 600


def main(cases: int) -> int:
    with tempfile.TemporaryDirectory() as folder, server() as url:
        places = {"YAODIAN_KEY_FILE": f"{folder}/keys/keys", "YAODIAN_FILES": f"{folder}/files"}
        environment = os.environ | places | {"YAODIAN_SECRET_KEY": "restore"}
        (Path(folder) / "keys").mkdir()
        backup = Path(folder) / "year.backup"
        filled = environment.get("YAODIAN_DATABASE") or _filled(cases, Path(folder), environment)
        told = _run("backup", backup, "--database", filled, environment=environment)
        bars = [
            _restored(name, backup, to, told.strip(), environment)
            for name, to in {"sqlite": f"{folder}/new.sqlite3", "postgresql": url}.items()
        ]
    for bar in bars:
        print(f"{bar.bar}: {bar.value} {bar.unit} (limit {bar.limit}, {'holds' if bar.holds else 'SHORT'}) {bar.says}")
    write("restore", bars)
    return 0


def _filled(cases: int, folder: Path, environment: dict[str, str]) -> str:
    database = str(folder / "year.sqlite3")
    _run("compile", PLAN, "--out", folder, "--quiet", "--fail-on", "never", environment=environment)
    words = ("simulate", folder / "2020.plan.yaml", "--cases", cases, "--no-files", "--database", database)
    _run(*words, environment=environment)
    return database


def _restored(name: str, backup: Path, database: str, told: str, environment: dict[str, str]) -> Bar:
    """Restored and verified; SystemExit where it is not equal or does not verify."""
    before = _processor_seconds()
    took = seconds(lambda: _run("restore", backup, "--database", database, environment=environment))
    used = round(_processor_seconds() - before, 1)
    says = f"restored into {name} and verified, {used} s of it processor time of the program; {told.partition('；')[0]}"
    says += f"; load average {os.getloadavg()[0]:.1f}"
    return Bar(f"work.restore_{name}", round(took, 1), LIMIT, "s", 1, {"wall": [took], "processor": [used]}, says)


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(*words: object, environment: dict[str, str]) -> str:
    done = subprocess.run([YAODIAN, *map(str, words)], env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES))
