"""Faults on purpose, counted: kills at 20 points over all phases of a commit, kills of a tidying, full disks, a folder that
may only be read, truncated files, two writers and four readers for a minute; `yaodian load` killed at 10 points, attaching
evidence at 20; hostile files uploaded as evidence.

`python -m tools.fault [SECONDS]` writes out/bars/fault.json.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.cli.killed_loads import killed_load
from tests.warehouse import faulting
from tests.web.apart import killed_attaches
from tests.workspace.evidence.hostile import NEUTRALISED, REFUSED
from tests.workspace.evidence.measured import Costs, costs

from tools.bars import Bar, write
from yaodian.domain.finding import Refusal
from yaodian.warehouse.keys import KEY_FILE, Keys
from yaodian.warehouse.store import Warehouse

POINTS, LOADS, SECONDS = 20, 10, 60.0
ROOMS = (0, 800, 1_500, 3_000, 4_000, 5_000, 7_000, 9_000, 12_000, 15_000)


def full_disks(folder: Path) -> Counter[str]:
    """Commits where files may not grow beyond some bytes, and one on a small disk of its own where root may mount it."""
    total = Counter[str]()
    for room in ROOMS:
        warehouse = _filled(folder / f"room{room}")
        before = faulting.held(warehouse)
        code = faulting.run_child(faulting.commit_with_little_room, warehouse.folder, warehouse.keys, room)
        total += _afterwards(warehouse, before, was_said=code in (0, 7), was_taken=code == 0)
    return total + _small_disk(folder / "disk")


def _small_disk(folder: Path) -> Counter[str]:
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mount.returncode:
        return Counter()
    try:
        warehouse = _filled(folder)
        before, ballast = faulting.held(warehouse), folder / "ballast"
        with ballast.open("wb", buffering=0) as out:
            try:
                while out.write(b"x" * 4096):
                    pass
            except OSError:
                said = _refuses(warehouse)
        ballast.unlink()
        return _afterwards(warehouse, before, was_said=said, was_taken=False)
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def read_only(folder: Path) -> Counter[str]:
    warehouse = _filled(folder)
    for above in list(folder.parents)[:-2]:
        above.chmod(0o755)
    before = faulting.held(warehouse)
    faulting.make_read_only(warehouse.folder, True)
    code = faulting.run_child(faulting.commit_as_nobody, warehouse.folder, warehouse.keys)
    faulting.make_read_only(warehouse.folder, False)
    return _afterwards(warehouse, before, was_said=code == 7, was_taken=False)


def truncated(folder: Path) -> Counter[str]:
    """Each file that the release names, the manifest and the pointer to it: cut in half, said, put back."""
    warehouse, total = _filled(folder), Counter[str]()
    before = faulting.held(warehouse)
    files = [warehouse.folder / f.path for f in warehouse.release().files]
    for file in (*files, *warehouse.folder.glob("releases/r1*.json"), warehouse.folder / "current.json"):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        said = _refuses(warehouse)
        file.write_bytes(whole)
        total += Counter(points=1, unsaid=int(not said))
    return total + _afterwards(warehouse, before, was_said=True, was_taken=False)


def _filled(folder: Path) -> Warehouse:
    warehouse = Warehouse.create(folder / "warehouse", Keys.new(demo=True))
    warehouse.commit(faulting.first())
    return warehouse


def _refuses(warehouse: Warehouse) -> bool:
    try:
        warehouse.commit(faulting.second(), expected=True)
    except Refusal:
        return True
    return False


def _afterwards(warehouse: Warehouse, before: faulting.Rows, *, was_said: bool, was_taken: bool) -> Counter[str]:
    """What is left after a fault, and whether the commit then goes through as if there had been none."""
    seen = faulting.held(warehouse)
    warehouse.commit(faulting.second(), expected=True)
    _, after = faulting.undisturbed()
    expected, again = (after if was_taken else before), faulting.held(warehouse)
    return Counter(
        points=1,
        unsaid=int(not was_said),
        lost=sum((expected - seen).values()),
        doubled=sum((seen - expected).values()),
        not_converged=int(again != after),
    )


def tidyings(folder: Path) -> Counter[str]:
    """Warehouses whose tidying is killed after one table, within the next, and before its release."""
    total = Counter[str]()
    for nth, (part, delay) in enumerate(((0, 0.0), (0, 0.005), (0, 0.01), (1, 0.0))):
        total += faulting.kill_tidying_at(faulting.untidied(folder / f"tidying{nth}"), part, delay)
    return total


def loads(folder: Path) -> Counter[str]:
    """Real processes of `yaodian load`, each killed some time after its start."""
    total = Counter[str]()
    for seed in range(LOADS):
        home = folder / f"load{seed}"
        home.mkdir()
        total += killed_load(home, os.environ | {KEY_FILE: str(home / "keys")}, seed)
    return total


def uploads(folder: Path) -> Costs:
    """What became of every hostile file that was uploaded as evidence, and what its check cost."""
    folder.mkdir()
    return costs(dict(REFUSED) | dict(NEUTRALISED), folder)


def _is_harmless(case: str, told: dict[str, Any]) -> bool:
    return (
        "refused" in told
        if case in REFUSED
        else bool(told.get("kept")) and b"MARKED" not in bytes.fromhex(told["kept"])
    )


def work_bars(folder: Path) -> list[Bar]:
    """Evidence: kills while it is attached, and hostile uploads."""
    killed, told = killed_attaches(folder, POINTS), uploads(folder / "uploads")
    print("attaches", dict(killed), flush=True)
    broken = killed["lost"] + killed["doubled"] + killed["half"]
    harmful = sum(not _is_harmless(case, cost) for case, cost in told.items())
    seconds = max(cost["cpu"] for cost in told.values())
    megabytes = max(cost["megabytes"] for cost in told.values())
    words = f"{len(told)} hostile files"
    return [
        Bar("work.kill_attach", broken, 0, "count", 1, {"ours": [broken]},
            f"attachments lost, doubled or half there after {killed['points']} kills ({killed['killed']} struck,"
            f" {killed['acknowledged']} acknowledged)"),
        Bar("work.hostile_uploads", harmful, 0, "count", 1, {"ours": [harmful]}, f"neither refused nor made harmless of {words}"),
        Bar("work.hostile_seconds", round(seconds, 3), 2, "s", 1, {"ours": [seconds]}, f"processor time of the dearest of {words}"),
        Bar("work.hostile_memory", round(megabytes), 300, "MB", 1, {"ours": [megabytes]}, f"at most in a checker, {words}"),
    ]  # fmt: skip


def main(seconds: float) -> int:
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kills = faulting.kill_many(folder / "kills", POINTS, seed=7)
        print("kills", dict(kills), flush=True)
        tidied = tidyings(folder)
        print("kills of a tidying", dict(tidied), flush=True)
        disks = full_disks(folder)
        print("full disks", dict(disks), flush=True)
        others = read_only(folder / "read_only") + truncated(folder / "truncated")
        print("read-only and truncated", dict(others), flush=True)
        killed = loads(folder)
        print("loads", dict(killed), flush=True)
        crowd = faulting.together(folder, seconds)
        print("together", dict(crowd), flush=True)
        canaries = Warehouse.create(folder / "canaries", Keys.new(demo=True))
        faulting.commit_canaries(canaries)
        hits = len(faulting.canaries_in(canaries.folder))
        (folder / "work").mkdir()
        work = work_bars(folder / "work")
    faults = kills + disks + others
    words = f"{kills['points']} kills over {faulting.PHASES} phases ({kills['killed']} struck)"

    def none(name: str, value: float, says: str) -> Bar:
        return Bar(name, value, 0, "count", 1, {"ours": [value]}, says)

    broken = killed["lost"] + killed["doubled"] + killed["half"] + killed["not_converged"]
    bars = [
        none(
            "import.kill",
            broken,
            f"rows lost, doubled or half there after {killed['points']} kills of yaodian load"
            f" ({killed['killed']} struck), or not converged by --resume and the same load again",
        ),
        none("warehouse.kill_lost", kills["lost"], words),
        none("warehouse.kill_doubled", kills["doubled"], words),
        none("warehouse.kill_half", kills["half"], words),
        none("warehouse.kill_not_converged", kills["not_converged"], words + "; the same commit again"),
        none("warehouse.kill_stray_files", kills["stray"], words + "; after a sweep"),
        none(
            "warehouse.tidy_kill",
            sum(tidied[name] for name in ("lost", "doubled", "not_converged", "stray")),
            f"rows lost or doubled, closings or files left over after {tidied['points']} kills of a tidying"
            f" ({tidied['killed']} struck)",
        ),
        none("warehouse.fault_lost", faults["lost"] + faults["doubled"], f"{faults['points']} faults of all kinds"),
        none(
            "warehouse.fault_unsaid",
            faults["unsaid"],
            f"{disks['points'] + others['points']} full, read-only, truncated",
        ),
        none("warehouse.fault_not_converged", faults["not_converged"], f"{faults['points']} faults of all kinds"),
        none("warehouse.together_torn", crowd["torn"], f"{crowd['reads']} reads by 4 readers in {seconds:g} s"),
        none("warehouse.together_lost", crowd["lost"], f"{crowd['batches']} batches by 2 writers in {seconds:g} s"),
        none(
            "warehouse.together_doubled", crowd["doubled"], f"{crowd['batches']} batches by 2 writers in {seconds:g} s"
        ),
        none(
            "vault.canary_files",
            hits,
            "files that show a mark of 50 marked children, vault and register committed twice",
        ),
        none("warehouse.together_failed", crowd["failed"], "writers or readers that ended with an error"),
        *work,
    ]
    print(f"{write('fault', bars)} after {time.monotonic() - start:.0f} s")
    return 0 if all(b.holds for b in bars) else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
