"""The small city, written once and taken once through the real warehouse, for all tests that need it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from yaodian.declare.register import Register
from yaodian.warehouse.load.loading import Terms
from yaodian.warehouse.load.roots import roots
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.city import write_city
from yaodian.workspace.load_order import uploads_in
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import load, warehouse_at

REGISTERS = records_catalogue().of(Register)
DELIVERED = [name for name in REGISTERS if name != "assured_counts"]
"""The registers that someone sends; the results of reconciliation the product writes by itself."""
SCALE, SEED = 0.01, 7


@dataclass(frozen=True)
class Written:
    """A city on disk, its rows and how many seconds of the processor it took: what else runs here does not count."""

    folder: Path
    rows: Mapping[str, int]
    seconds: float

    def truth(self, name: str) -> list[dict[str, Any]]:
        """The rows of truth/NAME.parquet."""
        rows: list[dict[str, Any]] = pq.read_table(self.folder / "truth" / f"{name}.parquet").to_pylist()
        return rows


@dataclass(frozen=True)
class Loaded:
    """A city in a warehouse: what each file gained, and how many rows were kept back by file, column and cause."""

    city: Written
    warehouse: Warehouse
    gained: Mapping[str, int]
    kept_back: Mapping[tuple[str, str, str], int]


def write(folder: Path) -> Written:
    began = time.process_time()
    rows = write_city(folder, SCALE, SEED)
    return Written(folder, rows, time.process_time() - began)


def loaded(city: Written, folder: Path) -> Loaded:
    """The city's files loaded in their order into a new warehouse; its keys stand where YAODIAN_KEY_FILE says."""
    warehouse, gained, kept_back = (
        warehouse_at(folder, invented=True),
        dict[str, int](),
        Counter[tuple[str, str, str]](),
    )
    for upload in uploads_in(city.folder):
        file = upload.path.relative_to(city.folder).as_posix()
        done = load(warehouse, upload, Terms(accept_valid=True))
        gained[file] = done.counts.new + done.counts.changed if done.counts else 0
        for root in roots(done.checked):
            kept_back[file, root.column, root.cause] += root.rows
    return Loaded(city, warehouse, gained, kept_back)
