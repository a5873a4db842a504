"""A simulated year on a real server, looked at with a real browser. These tests never use the database themselves: the
browser's event loop stands in the way, and is ended with the last of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tools.browser import Visits, opened
from tools.demonstration import PASSWORD, Demonstration, built, copied, served

from tests.browser.strict import strict
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
    loaded_city: Loaded, patch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Demonstration:
    """Measured by the registers of a city, which take a minute to fill: for slow tests."""
    assets.build()
    folder = tmp_path_factory.mktemp("site")
    loaded = loaded_city.warehouse.folder
    patch.setenv("YAODIAN_KEY_FILE", str(loaded.parent / "keys"))
    records = Path(shutil.copytree(loaded, tmp_path_factory.mktemp("observed") / "records"))
    observe_records(warehouse_at(records, invented=True))
    return built(folder, records)


@pytest.fixture(scope="package")
def site(demonstration: Demonstration) -> Iterator[str]:
    """Its address."""
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
    yield from watched(all_visits)


def watched(visits: Visits) -> Iterator[Visits]:
    visits.faults.clear()
    yield visits
    visits.end()
    assert visits.faults == []


@pytest.fixture(scope="module", params=[False, True], ids=["mouse", "keyboard"])
def by_keyboard(request: pytest.FixtureRequest) -> bool:
    """How a journey's user goes: by mouse, or by the keyboard alone."""
    return bool(request.param)


@pytest.fixture(scope="module")
def own_site(
    by_keyboard: bool, demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A copy of the site that the journeys of one way change, so that all of them find it as it was."""
    with served(copied(demonstration, tmp_path_factory.mktemp("own"))) as base:
        yield base


@pytest.fixture
def own_visits(browser: Browser, own_site: str) -> Iterator[Visits]:
    """The same for pages of the copy."""
    yield from watched(Visits(browser, own_site, PASSWORD))


@pytest.fixture
def seen(browser: Browser, tmp_path: Path) -> Iterator[Visits]:
    """Pages of the files in the test's folder, under the site's content policy."""
    with strict(tmp_path) as base:
        visits = Visits(browser, base, "")
        yield visits
        visits.end()
