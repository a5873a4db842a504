"""Every page of the site, in both themes and at three widths: nothing that WCAG 2.2 AA forbids, no error on the console,
nothing that the content policy refuses, no page wider than its window."""

from __future__ import annotations

import pytest
from tools.browser import Look, Visits, broken_rules, drawn, overflow
from tools.demonstration import Demonstration
from tools.walk import Stop, stops

from tests.effort import EFFORT

WIDTHS = (360,) if EFFORT == "check" else (1440, 768, 360)
THEMES = ("light", pytest.param("dark", marks=pytest.mark.slow))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("stop", stops(), ids=lambda stop: stop.name)
def test_a_page_can_be_used_at_every_width_in_both_themes(
    stop: Stop, theme: str, visits: Visits, demonstration: Demonstration
) -> None:
    page = visits.open(stop.login, Look(WIDTHS[0], theme=theme))
    answer = page.goto(stop.at(demonstration.known))
    assert answer is not None and answer.status == 200, (page.url, answer and answer.status)
    drawn(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) <= 0, f"at {width} pixels"
        if answer.headers["content-type"].startswith("text/html"):
            assert broken_rules(page) == [], f"at {width} pixels"


def test_every_page_is_walked_under_a_name_of_its_own() -> None:
    names = [stop.name for stop in stops()]
    assert len(names) == len(set(names)) and len(names) > 15
    assert {"home-leader", "home-school", "item-case", "sign_in"} <= set(names)
