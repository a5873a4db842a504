"""The warehouse at a city's size: 1.4 million rows about persons committed, committed again, changed and read.

`python -m tools.bench_warehouse [ROWS]` writes out/bars/bench.json.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tools.bars import Bar, write
from tools.register_of_pupils import Pupils
from yaodian.declare.register import Mode
from yaodian.warehouse.batch import Batch
from yaodian.warehouse.column_types import schema_of
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse

ROWS = 1_400_000
AUTUMN, NEXT_AUTUMN = date(2019, 9, 1), date(2020, 9, 1)


def pupils(count: int, year: int, seed: int = 7) -> pa.Table:
    """Invented pupils; a later year has them a grade higher."""
    random, at = np.random.default_rng(seed), np.arange(count)

    def coded(values: np.ndarray, prefix: str) -> pa.Array:
        return pc.binary_join_element_wise(prefix, pc.cast(pa.array(values), pa.string()), "")

    born = pa.array(14_000 + random.integers(0, 4_000, count), pa.int32()).cast(pa.date32())
    school = random.integers(0, 3_400, count)
    made = {
        "student_no": coded(at, "G5203"),
        "name": pc.binary_join_element_wise("某", coded(random.integers(0, 90_000, count), "某"), ""),
        "id_no": coded(10**11 + at * 7, "520302"),
        "phone": coded(10**9 + random.integers(0, 10**8, count), "1"),
        "address": coded(random.integers(0, 300_000, count), "某县某镇某村"),
        "born_on": born,
        "school_code": coded(school, "215200"),
        "county_code": coded(school % 15, "5203"),
        "class_no": pa.array(random.integers(1, 12, count)),
        "grade": pa.array(random.integers(1, 10, count) + year),
        "entered_on": pa.array([AUTUMN]).take(pa.array(np.zeros(count, dtype=np.int64))),
        "height_cm": pa.array(random.integers(9_000, 18_000, count)).cast(pa.decimal128(23, 4)),
    }
    for nth, field in enumerate(schema_of(Pupils)):
        if field.name not in made:
            codes = pa.array(random.integers(0, 5, count))
            made[field.name] = pc.equal(codes, nth % 5) if field.type == pa.bool_() else coded(codes.to_numpy(), "c")
    return pa.table({f.name: pa.chunked_array([made[f.name]]).cast(f.type) for f in schema_of(Pupils)})


def snapshot(rows: pa.Table, on: date) -> Batch:
    return Batch(Pupils, rows, Mode.SNAPSHOT, on, f"{on}", "bench")


def peak_gib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def timed(warehouse: Warehouse, batch: Batch) -> float:
    start = perf_counter()
    print(warehouse.commit([batch]).counts, end=" ")
    taken = round(perf_counter() - start, 2)
    print(f"{taken} s, peak {peak_gib():.2f} GiB", flush=True)
    return taken


def grouped(warehouse: Warehouse) -> float:
    start = perf_counter()
    tables = {"pupils": warehouse.reader().rows(Pupils, valid_on=NEXT_AUTUMN)}
    warehouse.engine.query("SELECT county_code, grade, count(*) FROM pupils GROUP BY ALL", tables, {})
    return round(perf_counter() - start, 3)


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Warehouse.create(Path(folder) / "warehouse", Keys.new(demo=True))
        rows = pupils(count, 0)
        print(
            f"{count} rows, {rows.num_columns} columns, {rows.nbytes / 2**30:.2f} GiB, peak {peak_gib():.2f} GiB before"
        )
        first = timed(warehouse, snapshot(rows, AUTUMN))
        peak = round(peak_gib(), 3)
        again = timed(warehouse, snapshot(rows, AUTUMN))
        grade = rows.column_names.index("grade")
        rows = rows.set_column(grade, "grade", pc.add(rows["grade"], 1))
        year = timed(warehouse, snapshot(rows, NEXT_AUTUMN))
        whole_peak = round(peak_gib(), 3)
        reads = [grouped(warehouse) for _ in range(5)]
        start = perf_counter()
        warehouse.tidy(keep=0)
        tidied, tidied_reads = round(perf_counter() - start, 2), [grouped(warehouse) for _ in range(5)]
        size = sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file()) / 2**20
    print(f"read {median(reads)} s, tidied in {tidied} s, then {median(tidied_reads)} s, {size:.0f} MiB on disk")
    says = f"{count} rows of {rows.num_columns} columns about persons, vault and release included"

    def bar(name: str, samples: list[float], limit: float, unit: str, words: str) -> Bar:
        return Bar(name, median(samples), limit, unit, len(samples), {"ours": samples}, words)

    bars = [
        bar("warehouse.commit_1_4m", [first], 40, "s", says),
        bar("warehouse.commit_1_4m_peak", [peak], 1.2, "GiB", says + "; the batch itself included"),
        bar("warehouse.commit_1_4m_again", [again], 40, "s", "the same content again"),
        bar("warehouse.commit_1_4m_all_changed", [year], 40, "s", "every row changed, as each autumn"),
        bar("warehouse.commit_1_4m_all_changed_peak", [whole_peak], 1.2, "GiB", "every row changed, as each autumn"),
        bar("warehouse.group_1_4m", reads, 1, "s", "count by county and grade, with 1.4 M closings"),
        bar("warehouse.group_1_4m_tidied", tidied_reads, 1, "s", "the same after the tables were tidied"),
    ]
    print(write("bench", bars))
    return 0 if all(b.holds for b in bars) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
