"""督导员的一次走访 in a real browser: scored without a network, handed in with one; two who scored differently see both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tools.browser import Visits
from tools.demonstration import PASSWORD, Demonstration, copied, served
from tools.walk import OFFICE, UNIT

from tests.browser.clicks import Clicks
from tests.browser.conftest import watched

pytestmark = pytest.mark.slow
BY = pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])
BUDGET = 6
CUT_OFF = "ERR_INTERNET_DISCONNECTED"  # what Chromium tells the console of each request without a network


@pytest.fixture
def visits(browser: Browser, demonstration: Demonstration, tmp_path: Path) -> Iterator[Visits]:
    """Pages of a copy of the site for each test: few visits wait, and each test makes some."""
    with served(copied(demonstration, tmp_path / "own")) as base:
        yield from watched(Visits(browser, base, PASSWORD))


def scored(user: Clicks, points: int) -> int:
    """Score every item of the sheet that is open; how many there are. By keyboard each gets 0: Space takes the first."""
    groups = user.page.locator(".points")
    for number in range(groups.count()):
        choice = groups.nth(number).locator("input").nth(0 if user.by_keyboard else points)
        user.press(choice, "Space")
    return groups.count()


def waiting(page: Page) -> str:
    """The address of the first visit that waits."""
    page.goto("/visit")
    address: str = page.locator("td[data-visit]", has_text="待走访").first.get_attribute("data-visit") or ""
    return address


@BY
def test_an_inspector_scores_without_a_network_and_hands_in_with_one(by_keyboard: bool, visits: Visits) -> None:
    page = visits.open(UNIT)
    page.goto("/")
    user = Clicks(page, by_keyboard)
    user.press(page.get_by_label("主导航").get_by_role("link", name="督导"))
    page.get_by_text("离线可用").wait_for()
    page.context.set_offline(True)
    row = page.locator("tr", has=page.locator("td", has_text="待走访")).first
    address = row.locator("[data-visit]").get_attribute("data-visit")
    user.press(row.get_by_role("link"))
    page.wait_for_url(f"**{address}")
    scores = scored(user, 3)
    user.type(page.get_by_label("是什么").first, f"消防通道堆放杂物{by_keyboard}")
    user.press(page.get_by_role("button", name="签名提交"))
    page.get_by_text("待同步 1 条").wait_for()
    page.reload()
    expect(page.get_by_label("是什么").first).to_have_value(f"消防通道堆放杂物{by_keyboard}")
    page.context.set_offline(False)
    page.wait_for_url("**/visit")
    assert user.count - scores <= BUDGET
    page.goto(address.replace("/visit/", "/item/") if address else "")
    expect(page.locator(".tl").first).to_contain_text("已评分")
    expect(page.get_by_text("待同步")).to_have_count(0)
    visits.faults[:] = [fault for fault in visits.faults if CUT_OFF not in fault]


def test_a_network_that_comes_back_while_a_try_without_it_is_failing_is_not_missed(visits: Visits) -> None:
    page = visits.open(UNIT)
    page.goto(waiting(page))
    scored(Clicks(page), 3)
    held: list[Route] = []
    page.route("**/visit/**", lambda route: held.append(route) if not held else route.continue_())
    with page.expect_request("**/visit/**"):
        page.get_by_role("button", name="签名提交").click()
    page.evaluate("dispatchEvent(new Event('online'))")
    held[0].abort("internetdisconnected")
    page.wait_for_url("**/visit")
    visits.faults[:] = [fault for fault in visits.faults if CUT_OFF not in fault]


def test_two_who_scored_the_same_school_see_both_and_nothing_is_lost(
    visits: Visits, demonstration: Demonstration
) -> None:
    first, second = visits.open(UNIT), visits.open(OFFICE)
    address = waiting(first)
    for page in (first, second):
        page.goto(address)
    scored(Clicks(second), 2)
    second.get_by_label(re.compile("说明")).first.fill("值守一人")
    second.locator("[name=version]").wait_for(state="attached")
    scored(Clicks(first), 5)
    first.get_by_role("button", name="签名提交").click()
    first.wait_for_url("**/visit")
    second.get_by_role("button", name="签名提交").click()
    diff = second.locator(".diff")
    diff.wait_for()
    assert (
        diff.locator("ins").first.inner_text() == "2 值守一人" and diff.locator("del").first.inner_text().strip() == "5"
    )
    second.reload()
    expect(second.get_by_label(re.compile("说明")).first).to_have_value("值守一人")
    second.get_by_role("button", name="用已保存").nth(1).click()
    assert second.locator(".points").nth(1).locator("input:checked").get_attribute("value") == "5"
    second.get_by_role("button", name=re.compile("签名")).click()
    second.wait_for_url("**/visit")
    second.goto(address.replace("/visit/", "/item/"))
    told = second.locator(".tl").first.inner_text()
    assert "更正评分" in told and told.count("已评分") >= 2
    visits.faults[:] = [fault for fault in visits.faults if "409" not in fault]


def test_signing_out_asks_before_it_drops_what_was_not_handed_in_and_then_clears_it(visits: Visits) -> None:
    page = visits.open(UNIT)
    page.goto(waiting(page))
    page.get_by_text("离线可用").wait_for()
    page.locator(".points input").first.check()
    page.wait_for_function("localStorage.getItem('unsent') === '1'")
    page.locator(".menu.right summary").click()
    leave = page.get_by_role("button", name="退出")
    leave.click()
    expect(page.get_by_role("alert")).to_contain_text("还有 1 张评分表没有同步")
    visits.sessions.pop(UNIT)
    leave.click()
    page.wait_for_url("**/sign-in**")
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []
