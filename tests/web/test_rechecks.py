"""抽查: drawn by a root that nobody knew, looked at by a unit that had no part in it; what is wrong is opened again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.pages.linked_children import children
from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, NORTH, SAFETY, Bureau
from tests.web.test_left_out import LATER, closed, left_out
from yaodian.domain.finding import NotFound, Refusal
from yaodian.runtime.lifecycle import Phase
from yaodian.warehouse.store import Warehouse
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.assurance.models import Recheck
from yaodian.web.assurance.rechecking import draw_month, tell
from yaodian.web.audit.models import Root
from yaodian.web.work.models import Item
from yaodian.web.work.writing import current
from yaodian.workspace.assuring import drawn

pytestmark = pytest.mark.django_db
__all__ = ["children", "left_out"]
AUGUST = date(2020, 8, 3)
WHEN = LATER + timedelta(days=4)


@pytest.fixture
def recheck(bureau: Bureau, left_out: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Recheck:
    closed(bureau, left_out, monkeypatch)
    Root.objects.create(day=date(2020, 7, 31), first=1, last=2, root="ab" * 32)
    assert draw_month(AUGUST) == 1
    return Recheck.objects.get()


def told(bureau: Bureau, recheck: Recheck, unit: str, outcome: str, reason: str = "", at: datetime = WHEN) -> Recheck:
    return tell(account=bureau.accounts[unit], unit=unit, recheck=recheck.pk, outcome=outcome, reason=reason, at=at)


def test_without_the_root_of_the_last_day_nothing_is_drawn(
    bureau: Bureau, left_out: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(bureau, left_out, monkeypatch)
    assert draw_month(AUGUST) == 0
    Root.objects.create(day=date(2020, 7, 31), first=1, last=2, root="ab" * 32)
    assert draw_month(date(2020, 7, 31)) == 0, "the month is not over"
    assert draw_month(AUGUST) == 1 and draw_month(AUGUST + timedelta(days=1)) == 0, "drawn once"


def test_anyone_can_draw_again() -> None:
    names = [f"c-{number:03}" for number in range(95)]
    first = drawn("a root", names, 0.10)
    assert len(first) == 10 and first == drawn("a root", names[::-1], 0.10) and first != drawn("another", names, 0.10)


def test_one_that_stands_stays_closed(bureau: Bureau, recheck: Recheck) -> None:
    assert (recheck.frame, recheck.share, recheck.seed) == (1, 0.10, "ab" * 32)
    done = told(bureau, recheck, SAFETY, "stands")
    assert done.unit == SAFETY and Item.objects.get(pk=recheck.item_id).phase == Phase.CLOSED
    with pytest.raises(Refusal, match="抽查过"):
        told(bureau, recheck, SAFETY, "wrong", "没有到校")


def test_one_that_is_wrong_is_opened_again_with_the_reason(bureau: Bureau, recheck: Recheck) -> None:
    with pytest.raises(Refusal, match="情况"):
        told(bureau, recheck, SAFETY, "wrong", " ")
    told(bureau, recheck, SAFETY, "wrong", "孩子没有到校")
    item = Item.objects.get(pk=recheck.item_id)
    state = current(item)
    assert state.is_open and state.step == "found" and state.reopened == 1
    assert item.entries.order_by("number").last().data["reason"] == "抽查：孩子没有到校"


@pytest.mark.parametrize("unit", [NORTH, BASIC, "n1"])
def test_who_had_a_part_in_it_does_not_look_again(bureau: Bureau, recheck: Recheck, unit: str) -> None:
    with pytest.raises(NotAllowed):
        told(bureau, recheck, unit, "stands")
    assert not Recheck.objects.get().outcome


def test_what_was_not_drawn_is_not_there(bureau: Bureau, recheck: Recheck) -> None:
    recheck.pk += 1000
    with pytest.raises(NotFound):
        told(bureau, recheck, SAFETY, "stands")


def test_the_page_shows_the_seed_and_takes_the_answer(
    bureau: Bureau, recheck: Recheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(monkeypatch, WHEN)
    reader = Reader(bureau.accounts[SAFETY])
    status, text = reader.get("/rechecks")
    assert status == 200 and "ab" * 32 in text and "1 件抽 1 件" in text and recheck.item_id in text
    assert reader.post(f"/rechecks/{recheck.pk}", unit=SAFETY, outcome="stands") == (303, "/rechecks")
    assert "属实" in reader.get("/rechecks")[1]
    assert Reader(bureau.accounts[NORTH]).get("/rechecks")[0] == 403
