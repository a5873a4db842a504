"""The week of its users in a real browser, within the clicks that a journey may cost, by mouse and by the keyboard alone."""

from __future__ import annotations

import re

import pytest
from tools.browser import Look, Visits
from tools.demonstration import Demonstration
from tools.walk import COUNTY, LEADER, OFFICE, UNIT

from tests.browser.clicks import Clicks
from yaodian.workspace.simulation.papers import picture

BY = pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])


@BY
def test_a_leader_instructs_on_what_is_worst(by_keyboard: bool, visits: Visits) -> None:
    page = visits.open(LEADER)
    page.goto("/")
    user = Clicks(page, by_keyboard)
    user.press(page.locator(".need").get_by_role("link", name=re.compile("批示|Instruct")).first)
    user.type(page.get_by_label("批示内容"), "请本周内说明原因。")
    user.press(page.get_by_role("button", name="送出"))
    assert page.get_by_role("status").inner_text() == "已批示"
    assert user.count <= 3


@BY
def test_a_unit_accepts_all_that_is_new(by_keyboard: bool, visits: Visits) -> None:
    page = visits.open(COUNTY if by_keyboard else UNIT)
    page.goto("/")
    user = Clicks(page, by_keyboard)
    accept = page.get_by_role("button", name="签收全部")
    if accept.count():
        user.press(accept)
        assert "已签收" in page.get_by_role("status").inner_text()
    assert page.get_by_role("button", name="签收全部").count() == 0
    assert user.count <= 4


@BY
def test_a_school_does_what_waits_on_a_phone(by_keyboard: bool, visits: Visits, demonstration: Demonstration) -> None:
    page = visits.open(demonstration.known["school"], look=Look(width=360))
    page.goto("/")
    user = Clicks(page, by_keyboard)
    first = page.locator("details.box[open]").first
    file = first.locator("input[type=file]")
    if file.count():
        file.set_input_files({"name": "名单.png", "mimeType": "image/png", "buffer": picture("演示名单")})
    user.press(first.get_by_role("button", name=re.compile("提交|签收")))
    page.get_by_role("status").wait_for()
    assert user.count <= 4


def test_two_who_edit_one_item_see_what_came_between(visits: Visits, demonstration: Demonstration) -> None:
    address = f"/item/{demonstration.known['measure']}"
    leader, office = visits.open(LEADER), visits.open(OFFICE)
    leader.goto(f"{address}?do=instruct")
    leader.get_by_label("批示内容").fill("请抓紧。")
    office.goto(f"{address}?do=extend")
    office.get_by_label("理由").fill("汛期停工")
    leader.get_by_role("button", name="送出").click()
    office.locator("#do").get_by_role("button", name="延期").click()
    assert "又有 1 条记录" in office.get_by_role("alert").inner_text()
    assert office.get_by_label("理由").input_value() == "汛期停工"
    office.locator("#do").get_by_role("button", name="延期").click()
    assert office.get_by_role("status").inner_text() == "已延期"
