"""One small city for all tests of this folder: its files, and the warehouse that took them."""

from __future__ import annotations

import pytest

from tests.loaded_city import Loaded, Written, loaded, write


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(tmp_path_factory.mktemp("city") / "a")


@pytest.fixture(scope="session")
def loaded_city(city: Written, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Takes a minute and more: for slow tests. Nobody writes into it; copy its folder to change it."""
    folder = tmp_path_factory.mktemp("loaded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YAODIAN_KEY_FILE", str(folder / "keys"))
        return loaded(city, folder / "records")
