"""What every test run keeps to: slow tests wait for the efforts ci and full."""

from __future__ import annotations

import pytest

from tests.effort import EFFORT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if EFFORT == "check":
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: runs with YAODIAN_EFFORT=ci or full"))
