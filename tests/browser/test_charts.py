"""Charts are drawn from data under the site's content policy, named for those who do not see them, in the theme's colours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page
from tools.browser import Visits, broken_rules

from tests.browser.strict import PAGE
from tools import assets

MONTHS = [f"{month}月" for month in range(1, 13)]
FORMS: dict[str, Any] = {
    "trajectory": {
        "x": MONTHS, "unit": "%", "measured": [61.5, None, 63, 64.5], "promised": [60, *[None] * 10, 75],
        "forecast": [*[None] * 4, *[64 + n / 2 for n in range(8)]], "low": [*[None] * 4, *[63] * 8],
        "high": [*[None] * 4, *[66 + n for n in range(8)]],
        "points": [{"x": "3月", "y": 70, "shape": "rect", "label": "自报 70%"}],
        "ends": [{"label": "承诺 ≥75%", "y": 75}, {"label": "实测 64.5%", "y": 64.5, "of": "measured"}],
    },
    "series": {
        "x": MONTHS[:3], "unit": "%", "lines": [{"name": "全市", "values": [9, None, 7], "dash": False}],
        "marks": [{"label": "商定 5", "y": 5}],
    },
    "bars": {"x": MONTHS[:3], "unit": "份", "values": [12, None, 0]},
    "dots": {"unit": "㎡", "rows": [{"name": "甲县", "values": [3, 4.5, 5], "mean": 4.2}], "marks": [{"label": "下限", "x": 4}]},
    "sankey": {
        "unit": "人", "nodes": [{"name": "a", "label": "小学毕业"}, {"name": "b", "label": "初中"}],
        "links": [{"source": "a", "target": "b", "value": 900}],
    },
}  # fmt: skip
STYLE = """
:root { --surface: #fff; --line: #ddd; --edge: #888; --ink: #111; --ink-2: #444; --ink-3: #666; --accent: #004488;
  --r2: #cde; --r3: #9bd; --r4: #48b }
[data-theme=dark] { --surface: #111; --ink: #eee; --ink-2: #bbb; --ink-3: #999; --accent: #88bbee; --r4: #6ad }
main { display: grid }
body { margin: 0; background: var(--surface); font: 14px/22px sans-serif }
"""
COLOURS = """(canvas) => {
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = {};
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] === 255) { const key = [data[at], data[at + 1], data[at + 2]].join(); found[key] = (found[key] || 0) + 1; }
  return Object.entries(found).sort((a, b) => b[1] - a[1]).slice(0, 40).map(([key]) => key);
}"""
ACCENT, DARK_ACCENT = "0,68,136", "136,187,238"


def drawn(folder: Path, seen: Visits, form: str, **data: Any) -> tuple[Page, Locator]:
    """A page with one chart, and the chart once it is drawn."""
    assets.build()
    shutil.copytree(assets.BUILT, folder, dirs_exist_ok=True)
    block = json.dumps({"form": form, **data}, ensure_ascii=False)
    body = f'<div data-chart="c" data-label="一句话"></div><script type="application/json" id="c">{block}</script>'
    head = '<link rel="stylesheet" href="s.css"><script type="module" src="charts.js"></script>'
    (folder / "s.css").write_text(STYLE, encoding="utf-8")
    (folder / "p.html").write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    page = seen.open()
    page.goto("/p.html")
    return page, page.get_by_role("img", name="一句话")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_drawn_and_has_a_name(form: str, seen: Visits, tmp_path: Path) -> None:
    page, chart = drawn(tmp_path, seen, form, **FORMS[form])
    canvas = chart.locator("canvas").first
    canvas.wait_for()
    page.mouse.move(300, 150)  # the words beside the pointer are drawn, no element with styles is made
    page.wait_for_timeout(100)
    assert len(canvas.evaluate(COLOURS)) > 5
    assert broken_rules(page) == [] and seen.faults == []


def test_a_chart_follows_the_theme_and_the_width_of_the_page(seen: Visits, tmp_path: Path) -> None:
    page, chart = drawn(tmp_path, seen, "trajectory", **FORMS["trajectory"])
    canvas = chart.locator("canvas").first
    assert ACCENT in canvas.evaluate(COLOURS) and DARK_ACCENT not in canvas.evaluate(COLOURS)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_timeout(200)
    assert DARK_ACCENT in canvas.evaluate(COLOURS) and ACCENT not in canvas.evaluate(COLOURS)
    page.set_viewport_size({"width": 360, "height": 780})
    page.wait_for_timeout(200)
    assert canvas.evaluate("(canvas) => canvas.clientWidth") == 360 and seen.faults == []


def test_a_form_that_no_chart_has_is_told_on_the_console(seen: Visits, tmp_path: Path) -> None:
    page, _ = drawn(tmp_path, seen, "pie")
    page.wait_for_load_state("networkidle")
    assert len(seen.faults) == 1 and "no chart has the form pie" in seen.faults[0]
