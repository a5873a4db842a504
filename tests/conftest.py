"""What every test run keeps to: slow tests wait for the efforts ci and full; at check fewer examples are drawn; at ci they
are the same ones each time, so that a change is judged by itself (check and full draw new ones)."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.effort import EFFORT

settings.register_profile("check", max_examples=25)
settings.register_profile("ci", derandomize=True)
settings.register_profile("full")
settings.load_profile(EFFORT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if EFFORT == "check":
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: runs with YAODIAN_EFFORT=ci or full"))
