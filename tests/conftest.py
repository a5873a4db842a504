"""What every test run keeps to: slow tests wait for the efforts ci and full; at check fewer examples are drawn; at ci they
are the same ones each time, so that a change is judged by itself (check and full draw new ones)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import EFFORT

BUSY = [HealthCheck.too_slow]  # a machine with other work on it draws slowly: no fault of a test
settings.register_profile("check", max_examples=25, suppress_health_check=BUSY)
settings.register_profile("ci", derandomize=True, suppress_health_check=BUSY)
settings.register_profile("full", suppress_health_check=BUSY)
settings.load_profile(EFFORT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if EFFORT == "check":
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: runs with YAODIAN_EFFORT=ci or full"))
