"""What watches the pages sees what it is there for: each of these faults would fail a test of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.browser import Look, Visits, broken_rules, overflow

from tests.browser.clicks import Clicks
from tests.browser.strict import PAGE


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<p style="color: red">t</p>', "Content Security Policy"),
        ("<script>document.title = 'x'</script>", "Content Security Policy"),
        ('<script src="missing.js"></script>', "404"),
        ('<script src="wrong.js"></script>', "nothing here"),
    ],
)
def test_what_a_page_complains_of_is_noted(body: str, told: str, seen: Visits, tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text("throw new Error('nothing here')", encoding="utf-8")
    (tmp_path / "p.html").write_text(PAGE.format(head="", body=body), encoding="utf-8")
    page = seen.open()
    page.goto("/p.html")
    page.wait_for_load_state("networkidle")
    assert len(seen.faults) == 1 and told in seen.faults[0]


def test_a_page_that_refuses_is_no_fault_of_the_page(seen: Visits) -> None:
    answer = seen.open().goto("/not-there")
    assert answer is not None and answer.status == 404 and seen.faults == []


def test_a_picture_without_words_and_a_page_too_wide_are_found(seen: Visits, tmp_path: Path) -> None:
    wide = '<img src="data:," ><table><tr>' + "<td>遵义市教育局</td>" * 40 + "</tr></table>"
    (tmp_path / "p.html").write_text(PAGE.format(head="", body=wide), encoding="utf-8")
    (tmp_path / "sound.html").write_text(PAGE.format(head="", body="<p>t</p>"), encoding="utf-8")
    page = seen.open(look=Look(width=360))
    page.goto("/p.html")
    assert [rule.split(":")[0] for rule in broken_rules(page)] == ["image-alt"]
    assert overflow(page) > 100
    page.goto("/sound.html")
    assert broken_rules(page) == [] and overflow(page) == 0 and seen.faults == []


@pytest.mark.parametrize(("by_keyboard", "cost"), [(False, 4), (True, 1)])
def test_clicks_are_counted_by_mouse_and_by_keyboard(
    by_keyboard: bool, cost: int, seen: Visits, tmp_path: Path
) -> None:
    form = (
        '<form action="p.html"><label>a <input name="a"></label>'
        '<label>b <select name="b"><option>x</option><option>y</option></select></label><button>go</button></form>'
    )
    (tmp_path / "p.html").write_text(PAGE.format(head="", body=form), encoding="utf-8")
    page = seen.open()
    page.goto("/p.html")
    clicks = Clicks(page, by_keyboard)
    clicks.type(page.get_by_label("a"), "two words")
    clicks.choose(page.get_by_label("b"), "y")
    clicks.press(page.get_by_role("button"))
    page.wait_for_url("**/p.html?a=two+words&b=y")
    assert clicks.count == cost


def test_what_the_keyboard_cannot_reach_stops_a_journey(seen: Visits, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(PAGE.format(head="", body="<p>t</p><button tabindex=-1>go</button>"), "utf-8")
    page = seen.open()
    page.goto("/p.html")
    with pytest.raises(AssertionError, match="does not reach"):
        Clicks(page, by_keyboard=True).press(page.get_by_role("button"))
