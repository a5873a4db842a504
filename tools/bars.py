"""Measured bars: what `make bench` and its kin write to out/bars/TARGET.json (value, limit, samples, commit, machine)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "out" / "bars"
GIBIBYTE = 2**30


@dataclass(frozen=True)
class Bar:
    """One measured bar; `value` is a median of `runs`, `holds` follows from value, limit and better."""

    bar: str
    value: float
    limit: float
    unit: str
    runs: int
    samples: dict[str, list[float]]
    says: str
    better: str = "lower"
    holds: bool = field(init=False)

    def __post_init__(self) -> None:
        reached = self.value < self.limit if self.better == "lower" else self.value > self.limit
        object.__setattr__(self, "holds", reached or self.value == self.limit)


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def in_turn(ours: Callable[[], object], other: Callable[[], object], runs: int) -> dict[str, list[float]]:
    """Seconds of both sides, run A B A B … in this process; the first pair warms up and is not counted."""
    ours(), other()
    samples: dict[str, list[float]] = {"ours": [], "other": []}
    for _ in range(runs):
        samples["ours"].append(round(seconds(ours), 6))
        samples["other"].append(round(seconds(other), 6))
    return samples


def ratio(samples: dict[str, list[float]]) -> float:
    return round(median(samples["ours"]) / median(samples["other"]), 3)


def write(target: str, bars: Sequence[Bar], folder: Path = FOLDER) -> Path:
    """The bars as `folder`/TARGET.json, with commit and machine; bars of other names that the file holds of the same
    commit stay, so that several tools fill one target's file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{target}.json"
    commit, dirty = _git("rev-parse", "--short=12", "HEAD"), bool(_git("status", "--porcelain"))
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    same = (before.get("commit"), before.get("dirty")) == (commit, dirty)
    own = {bar.bar for bar in bars}
    said = {
        "target": target,
        "commit": commit,
        "dirty": dirty,
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "machine": {"cores": os.cpu_count(), "memory_gib": _memory_gib()},
        "bars": [bar for bar in before.get("bars", ()) if same and bar["bar"] not in own]
        + [asdict(bar) for bar in bars],
    }
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def show(bars: Sequence[Bar]) -> None:
    """A table for people."""
    for bar in bars:
        sign = "<" if bar.better == "lower" else ">"
        parts = ", ".join(f"{side} {median(values) * 1000:.1f} ms" for side, values in bar.samples.items())
        sys.stdout.write(
            f"{bar.bar:<32}{bar.value:>8.3f} {sign} {bar.limit:<6g}{bar.unit:<9}{'holds' if bar.holds else 'MISSED':<8}"
            f"({parts}; {bar.runs} runs) {bar.says}\n"
        )


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _memory_gib() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIBIBYTE)
