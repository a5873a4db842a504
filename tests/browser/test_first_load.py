"""A page opened for the first time on a slow phone: what is transferred, and when its largest part is painted. The figures
are written to out/bars/pages.json."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tools.bars import Bar, show, write
from tools.browser import Look, Visits
from tools.demonstration import Demonstration
from tools.walk import LEADER

MOST_BYTES, LONGEST_MS = 300_000, 2_500
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4  # a phone's processor against the one here
PAINTED = """() => new Promise((told) => new PerformanceObserver((list) => told(list.getEntries().at(-1).startTime))
  .observe({type: "largest-contentful-paint", buffered: true}))"""
PAGES = {
    "sign-in": (None, "/sign-in"), "school": ("{school}", "/"), "open": (None, "/open"),
    "open-plan": (None, "/open/plan/{plan_id}"), "measure": (LEADER, "/item/{measure}"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_first_load_is_small_and_soon_painted(name: str, visits: Visits, demonstration: Demonstration) -> None:
    login, address = (told and told.format_map(demonstration.known) for told in PAGES[name])
    page = visits.open(login, Look(360, 780))
    transferred = slowed(page)
    page.goto(str(address), wait_until="networkidle")
    painted = page.evaluate(PAINTED)
    total = sum(transferred)
    bars = [
        Bar(f"{name}: first load", total, MOST_BYTES, "bytes", 1, {}, "transferred on slow 4G"),
        Bar(f"{name}: largest paint", round(painted), LONGEST_MS, "ms", 1, {}, "slow 4G, processor four times slower"),
    ]
    write("pages", bars)
    show(bars)
    assert 0 < total <= MOST_BYTES and 0 < painted <= LONGEST_MS, (total, painted)


def slowed(page: Page) -> list[int]:
    """The network and the processor of the page slowed down; bytes of each answer as they arrive."""
    session, transferred = page.context.new_cdp_session(page), list[int]()
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.on("Network.loadingFinished", lambda told: transferred.append(int(told["encodedDataLength"])))
    return transferred
