"""One small city for all tests of this folder."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from yaodian.workspace.city import write_city


@dataclass(frozen=True)
class Written:
    """A city on disk, its rows and how many seconds of the processor it took: what else runs here does not count."""

    folder: Path
    rows: Mapping[str, int]
    seconds: float


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("city") / "a"
    began = time.process_time()
    rows = write_city(folder, 0.01, 7)
    return Written(folder, rows, time.process_time() - began)
