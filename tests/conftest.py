"""What every test run keeps to: slow tests wait for the efforts ci and full; at check fewer examples are drawn; at ci they
are the same ones each time, so that a change is judged by itself (check and full draw new ones)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import EFFORT

if TYPE_CHECKING:
    from tests.loaded_city import Loaded, Written

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


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The files of one small city for all tests."""
    from tests.loaded_city import write  # noqa: PLC0415 - what it imports takes a second, and few tests need it

    return write(tmp_path_factory.mktemp("city") / "a")


@pytest.fixture(scope="session")
def loaded_city(city: Written, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The warehouse that took them. Takes a minute and more: for slow tests. Nobody writes into it; copy its folder to
    change it."""
    from tests.loaded_city import loaded  # noqa: PLC0415 - as above

    folder = tmp_path_factory.mktemp("loaded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YAODIAN_KEY_FILE", str(folder / "keys"))
        return loaded(city, folder / "records")
