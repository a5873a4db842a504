"""The small city's lists, linked once in a copy of its warehouse."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.loaded_city import Loaded
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.link.linking import Linked
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.linking import link_persons


@dataclass(frozen=True)
class LinkedCity:
    """The warehouse with its links, what linkage told, the audit it wrote, and the folder of the truth."""

    warehouse: Warehouse
    linked: Linked
    audit: Path
    truth: Path

    def true(self, name: str) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = pq.read_table(self.truth / f"{name}.parquet").to_pylist()
        return rows


@pytest.fixture(scope="session")
def linked_city(loaded_city: Loaded, tmp_path_factory: pytest.TempPathFactory) -> LinkedCity:
    folder = tmp_path_factory.mktemp("linked")
    shutil.copytree(loaded_city.warehouse.folder, folder / "records")
    warehouse = Warehouse.open(folder / "records", loaded_city.warehouse.keys)
    audit = folder / "audit.jsonl"
    linked, _ = link_persons(warehouse, actor="县级数据员", audit=FileAudit(audit), on=date(2020, 6, 1))
    return LinkedCity(warehouse, linked, audit, loaded_city.city.folder / "truth")
