"""Acts on items through the service: versions, keys, refusals, what is written beside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.web.bureau import BASIC, NORTH, NOW, OFFICE, SAFETY, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import Refusal
from yaodian.runtime.lifecycle import fold
from yaodian.web.accounts.models import Duty
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.audit.models import AuditRow
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.services import Stale
from yaodian.web.work.writing import current

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int]:
    return EntryRow.objects.count(), AuditRow.objects.count()


def test_an_act_adds_one_entry_one_audit_row_and_one_version(bureau: Bureau) -> None:
    item = bureau.item("w1")
    assert counts() == (1, 1)
    after = bureau.done(BASIC, item, Act.ACCEPT)
    assert counts() == (2, 2) and after.version == 2 and after.phase == "under_way"
    assert current(after) == fold(row.entry for row in after.entries.order_by("number"))


def test_a_write_on_an_old_version_is_refused_and_says_what_came_between(bureau: Bureau) -> None:
    item = bureau.item("w1")
    bureau.done(BASIC, item, Act.ACCEPT)
    before = counts()
    with pytest.raises(Stale) as refused:
        bureau.done(OFFICE, item, Act.EXTEND, version=1, due="2021-01-31", reason="雨季")
    assert [entry.act for entry in refused.value.since] == [Act.ACCEPT]
    assert "basic_education 签收" in refused.value.words.zh and "accepted" in refused.value.words.en
    assert counts() == before


def test_the_same_write_sent_again_does_nothing_twice(bureau: Bureau) -> None:
    item = bureau.item("w1")
    first = bureau.done(BASIC, item, Act.ACCEPT, version=1, key="k")
    again = bureau.done(BASIC, item, Act.ACCEPT, version=1, key="k")
    assert first.version == again.version == 2 and counts() == (2, 2)
    with pytest.raises(Refusal, match="另一次办理"):
        bureau.done(BASIC, item, Act.SUBMIT, version=2, key="k")


def test_what_is_refused_leaves_nothing_behind(bureau: Bureau) -> None:
    item = bureau.item("w1")
    before = counts()
    with pytest.raises(Refusal, match="由责任单位办理"):
        bureau.done(SAFETY, item, Act.ACCEPT)
    with pytest.raises(Refusal, match="要写明理由"):
        bureau.done(OFFICE, item, Act.EXTEND, due="2021-01-31")
    assert counts() == before and Item.objects.get(pk="w1").version == 1


def test_nobody_acts_for_a_unit_without_a_duty_there_on_that_day(bureau: Bureau) -> None:
    item = bureau.item("w1")
    Duty.objects.filter(account=bureau.accounts[BASIC]).update(until=date(2020, 6, 1))
    with pytest.raises(NotAllowed):
        bureau.done(BASIC, item, Act.ACCEPT)
    Duty.objects.filter(account=bureau.accounts[BASIC]).update(until=date(2020, 6, 2))
    assert bureau.done(BASIC, item, Act.ACCEPT).version == 2


def test_a_split_opens_a_part_for_each_county_and_waits_for_all_of_them(bureau: Bureau) -> None:
    from yaodian.web.installation import supervision  # noqa: PLC0415 - cached: read after the settings of the test

    item = bureau.item("w1")
    bureau.done(BASIC, item, Act.ACCEPT)
    counties = sorted(supervision().counties(NOW.date()))
    parts = {county: {"p1": 10 if county == counties[0] else 0} for county in counties}
    bureau.done(BASIC, item, Act.SPLIT, parts=parts, children=[f"w1.{n}" for n in range(len(counties))])
    below = Item.objects.filter(parent="w1")
    assert below.count() == len(counties) == 15 and {one.owner for one in below} == set(counties)
    assert sum(current(one).promised["p1"] for one in below) == 10
    with pytest.raises(Refusal, match="还有15个分解事项没有销号"):
        bureau.done(BASIC, item, Act.SUBMIT)


def test_a_refused_split_is_told_in_the_plans_words_and_by_the_names_of_units(bureau: Bureau, tmp_path: Path) -> None:
    published(bureau, tmp_path)
    item = items()[0]
    bureau.done(BASIC, item, Act.ACCEPT)
    promised = item.state["promised"]
    promise = next(name for name, amount in promised.items() if amount == 6)
    for parts, said in (
        ({NORTH: {**promised, promise: 2}}, "“新建公办幼儿园 6所”承诺6，分解合计2，少4"),
        ({SAFETY: {promise: -6}}, "不能为负"),
    ):
        with pytest.raises(Refusal) as refused:
            bureau.done(BASIC, item, Act.SPLIT, parts=parts, children=["part.1"])
        assert said in refused.value.words.zh and promise not in refused.value.words.zh


def test_an_item_goes_from_its_opening_to_its_close_out_by_four_units(bureau: Bureau) -> None:
    item = bureau.item("w1", kind="routine")
    bureau.done(BASIC, item, Act.ACCEPT)
    bureau.done(BASIC, item, Act.SUBMIT)
    bureau.done(SAFETY, item, Act.VERIFY)
    closed = bureau.done(OFFICE, item, Act.CLOSE)
    assert closed.phase == "closed" and [row.seat for row in closed.entries.order_by("number")] == [
        Seat.OFFICE, Seat.UNIT, Seat.UNIT, Seat.UNIT, Seat.OFFICE,
    ]  # fmt: skip
