"""Every page of the site, in both themes and at three widths: nothing that WCAG 2.2 AA forbids, no error on the console,
nothing that the content policy refuses, no page wider than its window."""

from __future__ import annotations

import pytest
from tools.browser import Look, Visits, broken_rules, drawn, overflow
from tools.demonstration import Demonstration
from tools.walk import Stop, stops

WIDTHS, THEMES = (1440, 768, 360), ("light", "dark")
LOOKS = [(width, theme) for width in WIDTHS for theme in THEMES]


@pytest.mark.slow
@pytest.mark.parametrize("stop", stops(), ids=lambda stop: stop.name)
def test_a_page_can_be_used_at_every_width_in_both_themes(
    stop: Stop, visits: Visits, demonstration: Demonstration
) -> None:
    page, answer = visits.at(stop, demonstration.known, Look(LOOKS[0][0]))
    page.emulate_media(reduced_motion="reduce")  # colours change at once with the theme, not little by little
    assert answer is not None and answer.status == 200, (page.url, answer and answer.status)
    drawn(page)
    for width, theme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        assert overflow(page) <= 0, f"at {width} pixels"
        assert broken_rules(page) == [], f"at {width} pixels, {theme}"


def test_every_page_is_walked_under_a_name_of_its_own() -> None:
    names = [stop.name for stop in stops()]
    assert len(names) == len(set(names)) and len(names) > 50
    assert {"item-case", "sign_in_code", "draft_split"} <= set(names)
