"""What checks cost, in a process that holds nothing else: a child starts with its parent's memory counted as its own.

`python -m tests.workspace.evidence.measured FOLDER` checks the files that FOLDER's index names and prints for each the
seconds, the child's megabytes at most so far, and the outcome.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.checking import checked

Costs = dict[str, dict[str, Any]]


def costs(files: Mapping[str, tuple[str, Callable[[], bytes]]], folder: Path) -> Costs:
    """The cost and the outcome of every file, by its case."""
    index = {}
    for number, (case, (name, make)) in enumerate(files.items()):
        (folder / str(number)).write_bytes(make())
        index[case] = name
    (folder / "index.json").write_text(json.dumps(index))
    command = [sys.executable, "-m", "tests.workspace.evidence.measured", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[3])
    return json.loads(done.stdout)


def cost_of(name: str, path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    told: dict[str, Any]
    try:
        kept = checked(data, name)
        told = {"media": kept.media.value, "kept": kept.data.hex() if kept.data != data else ""}
    except Refusal as refused:
        told = {"refused": refused.words}
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return told | {"cpu": cpu, "wall": time.perf_counter() - began, "megabytes": after.ru_maxrss / 1000}


def main(folder: Path) -> None:
    index = json.loads((folder / "index.json").read_text())
    told = {case: cost_of(name, folder / str(number)) for number, (case, name) in enumerate(index.items())}
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
