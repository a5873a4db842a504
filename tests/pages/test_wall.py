"""The wall screen: every figure on it stands in its table, in the same order."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.pages.opened_data import CANARY, PERSONS, SCHOOLS, kept_records, measured, opened
from tests.web.bureau import CITY, NOW, Bureau
from tests.web.published import items
from yaodian.web.pages import page
from yaodian.web.pages.wall import step_of

pytestmark = pytest.mark.django_db
FIGURE = re.compile(r'class="(?:n )?fig">([^<]*)<')


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "now", lambda: NOW)


@pytest.fixture
def leader(bureau: Bureau, tmp_path: Path) -> Client:
    opened(bureau, tmp_path)
    client = Client()
    client.force_login(bureau.accounts[CITY], backend="django.contrib.auth.backends.ModelBackend")
    return client


def with_tables(tmp_path: Path, settings: Any) -> None:
    settings.RECORDS = kept_records(tmp_path / "records")
    first, _, third = items()
    assert first.plan is not None
    measured(first.plan, first, PERSONS, 1, 3)
    measured(first.plan, third, SCHOOLS, 4, 10)


def figures(client: Client) -> tuple[list[str], list[str]]:
    """Those on the screen and those of the table."""
    shown = FIGURE.findall(html.unescape(client.get("/wall").content.decode()))
    rows = csv.DictReader(io.StringIO(client.get("/wall.csv").content.decode("utf-8-sig")))
    return shown, [row["数"] for row in rows]


def test_every_figure_of_the_screen_is_the_tables(leader: Client, tmp_path: Path, settings: Any) -> None:
    with_tables(tmp_path, settings)
    shown, told = figures(leader)
    assert shown == told and len(shown) >= 4 * 2 + 4 + 4
    assert "75.0%" in shown and "不公布" in shown


def test_without_tables_the_counties_lights_are_shown(leader: Client, settings: Any) -> None:
    settings.RECORDS = None
    shown, told = figures(leader)
    page_ = leader.get("/wall").content.decode()
    assert shown == told and "各县灯色" in page_ and "data-slide" not in page_ and len(shown) >= 4 * 2 + 4


def test_one_slide_is_shown_at_a_time_and_says_which_it_is(leader: Client, tmp_path: Path, settings: Any) -> None:
    with_tables(tmp_path, settings)
    for show, is_hidden in (("1", [False, True]), ("2", [True, False]), ("9", [True, False]), ("x", [False, True])):
        told = leader.get("/wall", {"show": show}).content.decode()
        slides = re.findall(r'<section class="slide" data-slide( hidden)?>', told)
        assert [bool(hidden) for hidden in slides] == is_hidden
    assert "1/2" in told and "2/2" in told and "6月1日 10:10" in told


def test_the_wall_is_for_those_signed_in_and_speaks_english(leader: Client) -> None:
    assert Client().get("/wall").status_code == Client().get("/wall.csv").status_code == 302
    leader.cookies["lang"] = "en"
    told = leader.get("/wall").content.decode()
    assert "This week" in told and "Next refresh" in told and "本周" not in told and CANARY not in told


def test_values_fall_into_four_equal_steps() -> None:
    values = [0.0, 1.0, 2.0, 3.0, 4.0]
    assert [step_of(value, values) for value in values] == [1, 2, 3, 4, 4]
    assert step_of(None, values) == 0 and step_of(7.0, [7.0]) == 1
