"""A warehouse of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse.create(tmp_path / "warehouse", Keys.new(demo=True))
