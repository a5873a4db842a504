"""Many processes at one item: nothing is lost, who comes too late is told, nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.web.apart import many_writers


@pytest.mark.slow
def test_many_writers_on_one_item_lose_nothing(tmp_path: Path) -> None:
    writers, seconds = (8, 3.0) if EFFORT == "ci" else (20, 20.0)
    told = many_writers(tmp_path, writers, seconds)
    assert told["lost"] == 0 and told["broken"] == 0
    assert told["taken"] > writers and told["stale"] > 0
