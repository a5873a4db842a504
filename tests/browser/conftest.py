"""A simulated year on a real server, looked at with a real browser. These tests never use the database themselves: the
browser's event loop stands in the way, and is ended with the last of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tools.browser import Visits, opened
from tools.demonstration import PASSWORD, Demonstration, built, served

from tests.browser.strict import strict
from tests.effort import EFFORT
from tests.loaded_city import Loaded
from tools import assets
from yaodian.workspace.demonstration import observe_records
from yaodian.workspace.records_loading import warehouse_at


@pytest.fixture(scope="package")
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="package")
def demonstration(
    request: pytest.FixtureRequest, patch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Demonstration:
    """At the effort check nothing is measured: the registers of a city take a minute to fill."""
    folder = tmp_path_factory.mktemp("site")
    if EFFORT == "check":
        return built(folder)
    city: Loaded = request.getfixturevalue("loaded_city")
    loaded = city.warehouse.folder
    patch.setenv("YAODIAN_KEY_FILE", str(loaded.parent / "keys"))
    records = Path(shutil.copytree(loaded, tmp_path_factory.mktemp("observed") / "records"))
    observe_records(warehouse_at(records))
    return built(folder, records)


@pytest.fixture(scope="package")
def site(demonstration: Demonstration) -> Iterator[str]:
    """Its address."""
    assets.build()
    with served(demonstration) as base:
        yield base


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture(scope="package")
def all_visits(browser: Browser, site: str) -> Visits:
    return Visits(browser, site, PASSWORD)


@pytest.fixture
def visits(all_visits: Visits) -> Iterator[Visits]:
    """Opens pages; a test on whose pages the console told of an error or a refused script fails."""
    all_visits.faults.clear()
    yield all_visits
    all_visits.end()
    assert all_visits.faults == []


@pytest.fixture
def seen(browser: Browser, tmp_path: Path) -> Iterator[Visits]:
    """Pages of the files in the test's folder, under the site's content policy."""
    with strict(tmp_path) as base:
        visits = Visits(browser, base, "")
        yield visits
        visits.end()
