"""Linkage of a whole city's resident list with its roll, beside the truth: against the exact hash join of the same tables and
against Splink trained in the run on equal columns.

`python -m tools.bench_reconciliation [SCALE]` adds to out/bars/bench.json. Each measurement is a process of its own, whose clock starts
when the lists are in memory. Accuracy is told for three cities whose seeds no threshold was chosen on and for another mix
of errors; the worst of them is the bar's value.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

from tools.bars import ROOT, Bar, show, write
from tools.dirty_lists import HELD_OUT, USUAL, TwoLists, two_lists
from tools.link_truth import Judged, judged, judged_pairs
from tools.night_of_changes import evening_before
from yaodian.declare.parameter import Parameter
from yaodian.warehouse.link.choosing import Bounds
from yaodian.warehouse.link.claims import prepare
from yaodian.warehouse.link.linking import Linked, link
from yaodian.warehouse.link.model import Model, linker
from yaodian.warehouse.link.relinking import link_whole, relink
from yaodian.warehouse.link.training import trained
from yaodian.workspace.records import records_catalogue

CITIES = {"201": USUAL, "202": USUAL, "203": USUAL, "204 held-out mix": HELD_OUT}
NIGHT = 20_000
NAMES = ("residents", "students")
BOUNDS = max(records_catalogue().of(Parameter)["link_bounds"].editions["value"].items())[1]


def measured(way: str, folder: Path) -> dict[str, Any]:
    """One way of linking in a process of its own: seconds, peak megabytes and, in the folder, what it found."""
    words = [sys.executable, "-m", "tools.bench_reconciliation", "--way", way, str(folder)]
    found = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(found.stdout.splitlines()[-1])
    return told


def run_way(way: str, folder: Path) -> None:
    lists = {name: feather.read_table(folder / f"{name}.arrow", memory_map=False) for name in NAMES}
    pa.default_memory_pool().release_unused()
    began = time.monotonic()
    own = {"ours": _ours, "exact": _exact, "splink": _splink, "night": _night}[way](lists, folder)
    print(json.dumps({"seconds": own or time.monotonic() - began, "peak": _peak()}))


def _peak() -> float:
    """The most megabytes that this process held. Of one that a large process started, getrusage tells the other's."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def _ours(lists: dict[str, pa.Table], folder: Path) -> None:
    found = link(lists, Model.read(), Bounds(**BOUNDS))
    pq.write_table(found.members, folder / "members.parquet")
    pq.write_table(found.open, folder / "open.parquet")
    (folder / "expected.json").write_text(json.dumps([found.wrong, found.missed]), encoding="utf-8")


def _exact(lists: dict[str, pa.Table], folder: Path) -> None:
    """The join by number alone, which takes every foreign number for a link."""
    with duckdb.connect(":memory:", config={"threads": 2}) as memory:
        for name, table in lists.items():
            memory.register(name, table)
        pairs = memory.sql(
            """SELECT l.record_key AS left_key, r.record_key AS right_key
            FROM residents AS l JOIN students AS r ON l.id_no = r.id_no"""
        ).to_arrow_table()
    pq.write_table(pairs, folder / "exact.parquet")


def _splink(lists: dict[str, pa.Table], folder: Path) -> None:
    """Splink by itself over the whole lists: trained, then every pair from our accepting weight on."""
    with duckdb.connect(":memory:", config={"threads": 2}) as memory:
        for name, table in lists.items():
            numbered = table.append_column("key", pa.array(range(table.num_rows)))
            memory.register(name, numbered)
            prepare(memory, iter([numbered]), f"{name}_claims")
        model = trained(memory, *(f"{name}_claims" for name in NAMES), version="of this run")
        pairs = linker(memory, *(f"{name}_claims" for name in NAMES), model).inference.predict(
            threshold_match_weight=BOUNDS["accept"]
        )
        found = memory.sql(
            f"""SELECT l.record_key AS left_key, r.record_key AS right_key FROM {pairs.physical_name}
            JOIN residents AS l ON l.key = key_l JOIN students AS r ON r.key = key_r"""
        ).to_arrow_table()
    pq.write_table(found, folder / "splink.parquet")


def _night(lists: dict[str, pa.Table], folder: Path) -> float:
    """Seconds that a night's changed rows take after a whole linkage the evening before."""
    model, bounds = Model.read(), Bounds(**BOUNDS)
    before, after, changed = evening_before(lists, NIGHT, seed=1)
    _, trail = link_whole(before, model, bounds)
    began = time.monotonic()
    found = relink(after, trail, changed, model, bounds)
    pq.write_table(found.members, folder / "night.parquet")
    return time.monotonic() - began


def judge_ours(lists: TwoLists, folder: Path) -> tuple[Judged, Linked]:
    wrong, missed = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    found = Linked(pq.read_table(folder / "members.parquet"), pq.read_table(folder / "open.parquet"), wrong, missed)
    return judged(lists, found), found


def bars(scale: float) -> list[Bar]:
    came: dict[str, Judged] = {}
    times: dict[str, list[float]] = {"ours": [], "exact": [], "splink": [], "night": []}
    peak, others, expected = 0.0, {}, []
    for city, mix in CITIES.items():
        with TemporaryDirectory() as home:
            folder, lists = Path(home), two_lists(scale, int(city.split()[0]), mix)
            for name, table in lists.lists.items():
                feather.write_feather(table, folder / f"{name}.arrow", "uncompressed")
            told = measured("ours", folder)
            times["ours"].append(told["seconds"])
            peak = max(peak, told["peak"])
            came[city], found = judge_ours(lists, folder)
            expected.append((found.wrong, found.missed, found.open.num_rows))
            times["exact"].append(measured("exact", folder)["seconds"])
            times["night"].append(measured("night", folder)["seconds"])
            others[f"exact {city}"] = judged_pairs(lists, pq.read_table(folder / "exact.parquet"))
            if not times["splink"]:
                times["splink"].append(measured("splink", folder)["seconds"])
                others["splink"] = judged_pairs(lists, pq.read_table(folder / "splink.parquet"))
    return [*_accuracy(came, others, expected), *_speed(times, peak, scale)]


def _accuracy(came: dict[str, Judged], others: dict[str, Judged], expected: list[Any]) -> list[Bar]:
    first, exact, splink = (
        next(iter(came.values())),
        next(v for k, v in others.items() if k[0] == "e"),
        others["splink"],
    )
    told = "; ".join(
        f"city {city}: {of.true} links, recall {of.recall:.6f}, {of.wrong} wrong, gaps {of.gap_recall:.4f} at {of.gap_precision:.4f}"
        for city, of in came.items()
    )
    beside = (
        f"exact join by number: recall {exact.recall:.4f}, {exact.wrong} wrong; Splink trained in the run: recall {splink.recall:.6f},"
        f" {splink.wrong} wrong; expected by the model (wrong, missed, pairs for people): {expected}"
    )
    cities = len(came)
    return [
        _at_least("recall", min(of.recall for of in came.values()), 0.9995, cities, told),
        _at_most("wrong_per_million", max(of.wrong_per_million for of in came.values()), 5, "links", cities, beside),
        _at_least("gap_recall", min(of.gap_recall for of in came.values()), 0.99, cities, "persons, worst city"),
        _at_least("gap_precision", min(of.gap_precision for of in came.values()), 0.95, cities, "persons, worst city"),
        _at_least("recall_beside_splink", first.recall - splink.recall, 0, 1, "ours less Splink's"),
        _at_most("wrong_beside_splink", first.wrong - splink.wrong, 0, "links", 1, "ours less Splink's"),
    ]


def _speed(times: dict[str, list[float]], peak: float, scale: float) -> list[Bar]:
    ours, exact, splink, night = (median(times[way]) for way in ("ours", "exact", "splink", "night"))
    says = (
        f"scale {scale}: ours {ours:.1f} s, exact join {exact:.2f} s, Splink with training {splink:.1f} s, a night's {NIGHT} changed"
        f" rows {night:.2f} s"
    )
    runs = len(times["ours"])
    return [
        _at_most("cold_vs_exact_join", ours / exact, 8, "times", runs, says, times),
        _at_most("cold_vs_splink", ours / splink, 1 / 3, "times", 1, says),
        _at_most("night_vs_cold", night / ours, 1 / 20, "times", runs, says),
        _at_most("peak", peak, 1024, "MB", runs, "of the process, the lists in memory"),
    ]


def _at_least(name: str, value: float, limit: float, runs: int, says: str) -> Bar:
    return Bar(f"reconciliation.{name}", value, limit, "share", runs, {}, says, "higher")


def _at_most(
    name: str, value: float, limit: float, unit: str, runs: int, says: str, samples: dict[str, list[float]] | None = None
) -> Bar:  # fmt: skip
    return Bar(f"reconciliation.{name}", value, limit, unit, runs, samples or {}, says)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run_way(sys.argv[2], Path(sys.argv[3]))
    else:
        came = bars(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
        write("bench", came)
        show(came)
