"""单位首页: what a unit has open in its groups, worst first, 25 of each, however many there are."""

from __future__ import annotations

import re

import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import NORTH, NOW, Bureau
from yaodian.domain.entry import Act
from yaodian.web.work.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """With 30 cases that it has not accepted, 27 under way and late, 28 that go their way, one sent back; and one item."""
    on_the_day(monkeypatch, NOW)
    for group, number, due in (("new", 30, "2020-12-31"), ("late", 27, "2020-05-01"), ("well", 28, "2020-12-31")):
        for n in range(number):
            case = bureau.item(
                f"{group}{n:02}", NORTH, kind="rectification", is_case=True, title=f"{group}{n:02}", due=due
            )
            if group != "new":
                bureau.done(NORTH, case, Act.ACCEPT)
    back = bureau.done(
        NORTH, bureau.item("back", NORTH, kind="routine", is_case=True, title="back", due="2020-12-31"), Act.ACCEPT
    )
    Item.objects.filter(pk="back").update(state={**back.state, "sent_back": 1})
    bureau.done(NORTH, bureau.item("part", NORTH, title="part", due="2020-12-31"), Act.ACCEPT)
    return Reader(bureau.accounts[NORTH])


def titles(text: str) -> list[str]:
    return re.findall(r'href="/item/(\w+)"', text)


def test_each_group_shows_25_and_says_how_many_more_there_are(county: Reader) -> None:
    text = county.get("/")[1]
    shown = titles(text)
    assert sum(title.startswith("new") for title in set(shown)) == 25
    assert sum(title.startswith("late") for title in set(shown)) == 25
    assert "新到，待签收 30" in text and "到期和逾期 27" in text and "退回 1" in text
    assert "其余 5 件在台账里" in text and "其余 2 件在台账里" in text and "其余 29 件在办" in text
    assert "在办 87 件，待签收 30 件" in text and "要填 1 个数，登记库没有" in text


def test_what_is_sent_back_stands_in_its_group_and_what_goes_its_way_is_folded(county: Reader) -> None:
    text = county.get("/")[1]
    assert "back" in titles(text[: text.index('<details class="more')])
    folded = set(titles(text[text.index('<details class="more') :]))
    assert len(folded) == 25 and all(title.startswith(("well", "part")) for title in folded)


def test_all_that_is_new_is_accepted_at_once_shown_or_not(county: Reader) -> None:
    text = county.get("/")[1]
    subjects = re.findall(r'name="subject" value="(new\d\d/\d+)"', text)
    assert len(subjects) == 30
    assert county.post("/accept", subject=subjects)[0] == 303
    assert not Item.objects.filter(phase="assigned").exists()
