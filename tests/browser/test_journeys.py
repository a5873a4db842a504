"""The week of its users in a real browser, within the clicks that a journey may cost, by mouse and by the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Download, Locator, Page, expect
from tools.browser import Look, Visits, broken_rules
from tools.demonstration import Demonstration
from tools.invented_work import PLAN
from tools.walk import COUNTY, LEADER, OFFICE, UNIT

from tests.browser.clicks import Clicks
from yaodian.workspace.demonstration import TODAY
from yaodian.workspace.due_form import SHEET, Cell
from yaodian.workspace.simulation.papers import picture

pytestmark = pytest.mark.slow
FILES_IT = re.compile("提交|签收")


def test_a_leader_instructs_on_what_is_worst(by_keyboard: bool, own_visits: Visits) -> None:
    page = own_visits.open(LEADER)
    page.goto("/")
    user = Clicks(page, by_keyboard)
    user.press(page.locator(".need").get_by_role("link", name=re.compile("批示|Instruct")).first)
    written = page.get_by_label("批示内容")
    expect(written).to_be_focused()
    user.type(written, "请本周内说明原因。")
    user.press(page.get_by_role("button", name="送出"))
    expect(page.get_by_role("status")).to_have_text("已批示")
    assert user.count <= 3


def test_the_office_publishes_a_new_plan(by_keyboard: bool, own_visits: Visits) -> None:
    page = own_visits.open(OFFICE)
    page.goto("/")
    user = Clicks(page, by_keyboard)
    user.press(page.get_by_role("link", name="放入要点文件"))
    user.give(page.get_by_label("要点文件"), PLAN)
    for bulk in (
        "接受有把握的",
        "全部采用建议",
        "全部定为",
        "首列单位牵头",
        "全部不设数",
        "挂上有把握的",
        "保存分解",
        "下发给",
    ):
        user.press(page.get_by_role("button", name=re.compile(bulk)))
    expect(page.get_by_role("status")).to_contain_text("已下发")
    expect(page.locator("table.rows tbody tr:not(.group)")).to_have_count(27)
    assert user.count <= 12
    answer = page.goto("/plan/2020/compare")
    assert answer is not None and answer.status == 200 and broken_rules(page) == []


def test_the_office_issues_the_bulletin_of_a_month(by_keyboard: bool, own_visits: Visits) -> None:
    page, leaders = own_visits.open(OFFICE), own_visits.open(LEADER)
    page.goto("/")
    user, leader = Clicks(page, by_keyboard), Clicks(leaders, by_keyboard)
    user.press(page.get_by_role("complementary").get_by_role("link", name=re.compile("草稿")))
    user.press(page.locator("summary[aria-label^=改第]").last)
    written = page.locator("details[open] textarea")
    user.type(written, f"{written.input_value()}请各单位对照落实。")
    user.press(page.get_by_role("button", name="保存"))
    expect(page.get_by_role("status")).to_have_text("已保存")
    expect(page.locator("main")).to_contain_text("请各单位对照落实")
    leaders.goto(page.url)
    leader.press(leaders.get_by_role("button", name="签发"))
    leaders.get_by_role("status").wait_for()
    page.reload()
    paper = taken(page, user, page.get_by_role("link", name="下载 docx"))
    assert paper.suggested_filename.endswith(".docx")
    user.press(page.get_by_role("button", name="印发"))
    expect(page.get_by_role("status")).to_have_text("已印发")
    assert user.count <= 5 and leader.count == 1


def test_a_unit_accepts_all_that_is_new_and_splits_it(by_keyboard: bool, own_visits: Visits) -> None:
    page = own_visits.open(UNIT)
    page.goto("/")
    user = Clicks(page, by_keyboard)
    user.press(page.get_by_role("button", name="签收全部"))
    expect(page.get_by_role("status")).to_contain_text("已签收")
    expect(page.get_by_role("button", name="签收全部")).to_have_count(0)
    user.press(page.get_by_role("link", name="分解").first)
    user.press(page.locator("#do").get_by_role("button", name="分解"))
    expect(page.get_by_role("status")).to_have_text("已分解")
    assert user.count <= 3  # the fourth click is the month's 确认, where a register reached what was promised


def test_a_county_hands_in_its_form(by_keyboard: bool, own_visits: Visits, tmp_path: Path) -> None:
    page = own_visits.open(COUNTY)
    page.goto("/")
    page.get_by_role("button", name="签收全部").click()  # the journey is about what was accepted before
    user = Clicks(page, by_keyboard)
    form = tmp_path / "form.xlsx"
    taken(page, user, page.get_by_role("link", name="下载我的台账")).save_as(form)
    filled(form, wrong=True)
    user.give(page.locator("input[type=file]"), form)
    wrong = tmp_path / "wrong.xlsx"
    taken(page, user, page.get_by_role("link", name="下载错误行")).save_as(wrong)
    assert broken_rules(page) == []
    filled(wrong, wrong=False)
    user.give(page.locator("input[type=file]"), wrong)
    expect(page.locator(".tally")).to_contain_text("有误 0")
    user.press(page.get_by_role("button", name="提交"))
    page.get_by_text("回执").first.wait_for()
    assert user.count <= 5


def test_a_school_does_what_waits_on_a_phone(
    by_keyboard: bool, own_visits: Visits, demonstration: Demonstration
) -> None:
    page = own_visits.open(demonstration.known["school"], look=Look(width=360))
    user = Clicks(page, by_keyboard)
    one_done_by_the_school(page, user)
    assert user.count <= 4


def test_anyone_finds_a_promise_with_its_number_and_source(by_keyboard: bool, own_visits: Visits) -> None:
    page = own_visits.open(look=Look(width=360))
    user = Clicks(page, by_keyboard)
    one_found_by_the_public(page, user)
    assert user.count <= 3


def test_without_scripts_a_school_files_and_anyone_finds(
    by_keyboard: bool, own_visits: Visits, demonstration: Demonstration
) -> None:
    school = own_visits.open(demonstration.known["school"], look=Look(width=360), java_script_enabled=False)
    one_done_by_the_school(school, Clicks(school))
    public = own_visits.open(look=Look(width=360), java_script_enabled=False)
    one_found_by_the_public(public, Clicks(public))


def test_two_who_edit_one_item_see_what_came_between(own_visits: Visits, demonstration: Demonstration) -> None:
    address = f"/item/{demonstration.known['measure']}"
    leader, office = own_visits.open(LEADER), own_visits.open(OFFICE)
    leader.goto(f"{address}?do=instruct")
    leader.get_by_label("批示内容").fill("请抓紧。")
    office.goto(f"{address}?do=extend")
    office.get_by_label("理由").fill("汛期停工")
    leader.get_by_role("button", name="送出").click()
    office.locator("#do").get_by_role("button", name="延期").click()
    expect(office.get_by_role("alert")).to_contain_text("又有 1 条记录")
    expect(office.get_by_label("理由")).to_have_value("汛期停工")
    office.locator("#do").get_by_role("button", name="延期").click()
    expect(office.get_by_role("status")).to_have_text("已延期")


def one_done_by_the_school(page: Page, user: Clicks) -> None:
    page.goto("/")
    first = page.locator("details.box[open]").first
    file = first.locator("input[type=file]")
    if file.count():
        user.give(file, {"name": "名单.png", "mimeType": "image/png", "buffer": picture("演示名单")})
    user.press(first.get_by_role("button", name=FILES_IT))
    page.get_by_role("status").wait_for()


def one_found_by_the_public(page: Page, user: Clicks) -> None:
    page.goto("/open")
    user.press(page.get_by_role("link", name=re.compile("工作要点$")).first)
    told = page.locator(".promises li", has_text="营养餐").first
    assert "80%" in told.inner_text() and re.search("实测|登记|还没有", told.inner_text())


def taken(page: Page, user: Clicks, link: Locator) -> Download:
    with page.expect_download() as download:
        user.press(link)
    return download.value


def filled(form: Path, *, wrong: bool) -> None:
    """Every white row of a due form filled in: the first not with a number, or all with one."""
    book = load_workbook(form)
    sheet = book[SHEET]
    columns = {cell.value: cell.column for row in sheet.iter_rows(max_row=4) for cell in row if cell.value}
    first, value, as_of = (columns[cell.value] for cell in (Cell.SUBJECT, Cell.VALUE, Cell.AS_OF))
    white = [row for row in range(4, sheet.max_row + 1) if not sheet.cell(row, value).protection.locked]
    assert white and first == 1
    for row in white:
        sheet.cell(row, value).value = "约三成" if wrong and row == white[0] else "1"
        sheet.cell(row, as_of).value = TODAY.isoformat()
    book.save(form)
