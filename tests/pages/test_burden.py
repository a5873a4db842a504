"""减负页: who asks what of how many, what registers answered, and never who answers late."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, CITY, NORTH, NOW, OFFICE, SOUTH, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act
from yaodian.web.installation import supervision
from yaodian.web.work.models import Item, PromiseLight

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    published(bureau, tmp_path)
    on_the_day(monkeypatch)
    return Reader(bureau.accounts[CITY])


def strip(text: str) -> str:
    return text[text.index('class="box strip"') : text.index("怎么算")]


def asks_counties(bureau: Bureau) -> Item:
    """A measure whose number no register holds, split among all counties by its owner."""
    above = bureau.item("m-asked")
    Item.objects.filter(pk=above.pk).update(plan=items()[0].plan)
    bureau.done(BASIC, above, Act.ACCEPT)
    counties = sorted(supervision().counties(NOW.date()))
    parts = {county: {"p1": float(county in (NORTH, SOUTH)) * 5} for county in counties}
    bureau.done(BASIC, above, Act.SPLIT, parts=parts, children=[f"m-asked.{n}" for n in range(len(parts))])
    return above


def test_forms_are_listed_by_who_asks_with_their_reason_and_counts(bureau: Bureau, leader: Reader) -> None:
    before = strip(leader.get("/burden")[1])
    asks_counties(bureau)
    text = leader.get("/burden")[1]
    rows = text[text.index("谁在要数") : text.index("拦下的重复要数")]
    assert f'<th colspan="7">{BASIC}</th>' in rows and f'<th colspan="7">{OFFICE}</th>' in rows
    part = rows[rows.index("分解") :]
    assert "登记库没有此项" in part and '<td class="n px">1</td><td class="n px">0</td><td class="n px">15</td>' in part
    assert strip(text) != before and "其中学校 0 所" in strip(text)


def test_what_a_register_knows_is_blocked_with_its_source(bureau: Bureau, leader: Reader) -> None:
    known = bureau.item("m-known", measured=["p1"])
    Item.objects.filter(pk=known.pk).update(plan=items()[0].plan)
    PromiseLight.objects.create(
        edition=items()[0].plan, item=known, promise="p1", on="2020-06-01", release="r1", colour="green",
        indicator="designation_count", value=3, as_of="2020-05-31", source="measured",
    )  # fmt: skip
    text = leader.get("/burden")[1]
    blocked = text[text.index("拦下的重复要数") :]
    assert "m-known" in blocked and "称号" in blocked and "都有登记，不用填" in text


def test_a_month_can_be_chosen_and_nothing_was_asked_before_the_plan(leader: Reader) -> None:
    status, text = leader.get("/burden", month="2020-04")
    assert status == 200 and "这个月没有向任何单位要数。" in text and "没有重复要数。" in text
    status, text = leader.get("/burden", month="四月")
    assert status == 422 and "四月" in text


def test_the_page_says_how_it_counts_and_names_nobody_who_answers(bureau: Bureau, leader: Reader) -> None:
    asks_counties(bureau)
    text = leader.get("/burden")[1]
    assert "要填＝登记库没有的承诺数×单位" in text and "教师填报 0 张" in text
    main = text[text.index("<main") :]
    assert NORTH not in main and SOUTH not in main


def test_a_leader_reads_the_burden_in_three_lines_at_home(bureau: Bureau, leader: Reader) -> None:
    asks_counties(bureau)
    text = leader.get("/")[1]
    box = text[text.index("基层负担") :]
    assert "要数的表" in box and "拦下重复要数" in box and "教师填报 0 张" in box and 'href="/burden"' in box


def test_the_page_speaks_english(bureau: Bureau, leader: Reader) -> None:
    text = Reader(bureau.accounts[CITY], "en").get("/burden")[1]
    assert "Who asks" in text and "Blocked repeats" in text and "谁在要数" not in text
