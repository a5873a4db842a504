"""Faults on purpose in supervision work: writers at one item all at once, ticks, backups and restores killed, on both
databases.

`python -m tools.fault_work [SECONDS]` adds its bars to out/bars/fault.json.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.web.apart import killed_ticks, many_writers
from tests.web.drills import killed_backups

from tools.bars import Bar, write
from tools.postgres import server

SECONDS, KILLS, ITEMS, DAYS = 60.0, 100, 60, 20
KILLED_BACKUPS = 10
WRITERS = {"sqlite": 20, "postgresql": 50}


def main(seconds: float) -> int:
    with server() as url:
        bars = [*_bars("sqlite", "", seconds), *_bars("postgresql", url, seconds)]
    for bar in bars:
        print(f"{bar.bar}: {bar.value} (limit {bar.limit}, {'holds' if bar.holds else 'SHORT'}) {bar.says}")
    write("fault", bars)
    return int(not all(bar.holds for bar in bars))


def _bars(name: str, url: str, seconds: float) -> list[Bar]:
    os.environ["YAODIAN_DATABASE"] = url
    with tempfile.TemporaryDirectory() as folder:
        told = many_writers(Path(folder), WRITERS[name], seconds)
    says = f"{WRITERS[name]} writers on one item for {seconds:.0f} s on {name}: {told['taken']} taken, {told['stale']} too late"
    bars = [
        Bar(f"work.writers_{name}_lost", float(told["lost"]), 0, "updates", told["taken"], {}, says),
        Bar(f"work.writers_{name}_broken", float(told["broken"]), 0, "errors", told["taken"], {}, says),
    ]
    with tempfile.TemporaryDirectory() as folder:
        kills = KILLS if name == "postgresql" else KILLS // 5
        found = killed_ticks(Path(folder), kills, ITEMS, DAYS)
    says = f"ticks killed {kills} times on {name}"
    return [
        *bars,
        *(Bar(f"work.tick_{name}_{fault}", float(n), 0, "notices", kills, {}, says) for fault, n in found.items()),
        *_drilled(name),
    ]


def _drilled(name: str) -> list[Bar]:
    """Backups and restores killed at random moments."""
    with tempfile.TemporaryDirectory() as folder:
        places = {"YAODIAN_KEY_FILE": f"{folder}/keys", "YAODIAN_FILES": f"{folder}/files"}
        os.environ |= places
        found = killed_backups(Path(folder), KILLED_BACKUPS)
        for place in places:
            del os.environ[place]
    says = f"backups and restores killed {found['killed']} times on {name}"
    faults = ("half", "stuck", "unlike")
    return [Bar(f"work.backup_{name}_{f}", float(found[f]), 0, "backups", found["killed"], {}, says) for f in faults]


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
