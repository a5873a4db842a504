"""保障个案: who is left out becomes a case; the registers carry it on, and no one else says that it is done."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.linked_children import (
    AT,
    DAY,
    NAMES,
    NUMBERS,
    OTHER_NAMES,
    SCHOOL,
    children,
    enrol,
    enrolled,
    pupil,
)
from tests.warehouse.batches import batch
from tests.web.bureau import BASIC, NORTH, SOUTH, Bureau, kept
from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal
from yaodian.runtime.lifecycle import Phase
from yaodian.warehouse.store import Warehouse
from yaodian.web.assurance.models import LeftOut, PairVerdict, ProgrammeResult
from yaodian.web.assurance.nightly import ProgrammeNight, assure
from yaodian.web.assurance.pairs import hand_to_linkage
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.writing import current
from yaodian.workspace.pairs import open_pairs

pytestmark = pytest.mark.django_db
__all__ = ["children"]
PROGRAMME = "never_enrolled"
TALKED = {"means_code": "visit", "tried_on": DAY.isoformat()}


def night(records: Warehouse, at: datetime = AT) -> ProgrammeNight:
    """What a night made of the programme."""
    return next(one for one in assure(records.folder, at.date(), at) if one.programme.id == PROGRAMME)


def case(county: str) -> Item:
    return LeftOut.objects.get(programme=PROGRAMME, county=county).item


def steps(item: Item) -> list[str]:
    return [one.step for one in current(Item.objects.get(pk=item.pk)).reached]


def acts(item: Item) -> list[str]:
    return list(EntryRow.objects.filter(item=item).order_by("number").values_list("act", flat=True))


@pytest.fixture
def left_out(children: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    """The third child is on the roll; about the other two people are asked first, and say that they are not those pupils."""
    monkeypatch.setattr("tests.web.bureau.NOW", AT)
    enrol(children, 2)
    return children


def apart(records: Warehouse, account: Any) -> None:
    for pair in open_pairs(records.folder):
        (left, right), (a, b) = pair.registers, pair.records
        PairVerdict.objects.create(
            pair=pair.id, register_l=left, record_l=a.hex(), register_r=right, record_r=b.hex(), levels={}, verdict="apart",
            account=account, purpose="dropout_prevention", at=AT,
        )  # fmt: skip


def test_about_whom_people_are_asked_first_no_case_is_opened(bureau: Bureau, left_out: Warehouse) -> None:
    found = night(left_out)
    assert found.outcome and found.outcome.tally["unclear"] == 2 and found.outcome.tally["gap"] == 0
    assert not LeftOut.objects.filter(programme=PROGRAMME).exists()


def test_each_child_left_out_is_a_case_of_its_county_with_no_name_in_it(bureau: Bureau, left_out: Warehouse) -> None:
    apart(left_out, bureau.accounts[BASIC])
    found = night(left_out)
    assert found.moved and found.moved.opened == 2
    items = [case(NORTH), case(SOUTH)]
    assert [item.owner for item in items] == [NORTH, SOUTH]
    for item in items:
        assert item.phase == Phase.ASSIGNED and item.is_case and item.purpose == "dropout_prevention"
        assert steps(item) == ["found"] and len(item.person) == 32
        told = str(list(EntryRow.objects.filter(item=item).values())) + item.title
        assert not any(name in told for name in (*NAMES, *NUMBERS))
    result = ProgrammeResult.objects.get(programme=PROGRAMME)
    assert result.tally["gap"] == 2 and result.counties == {NORTH: {"gap": 1, "served": 1}, SOUTH: {"gap": 1}}


def test_a_second_night_over_the_same_records_does_nothing(bureau: Bureau, left_out: Warehouse) -> None:
    apart(left_out, bureau.accounts[BASIC])
    night(left_out)
    entries = EntryRow.objects.count()
    again = night(left_out, AT + timedelta(days=1))
    assert again.moved and (again.moved.opened, again.moved.resolved, again.moved.reopened) == (0, 0, 0)
    assert EntryRow.objects.count() == entries and LeftOut.objects.filter(programme=PROGRAMME).count() == 2


def opened(bureau: Bureau, records: Warehouse) -> Item:
    apart(records, bureau.accounts[BASIC])
    night(records)
    return case(NORTH)


def contacted(bureau: Bureau, item: Item) -> Item:
    bureau.done(NORTH, item, Act.ACCEPT)
    bureau.done(NORTH, item, Act.STEP, step="assigned")
    bureau.done(NORTH, item, Act.ATTACH, step="contacted", evidence="minutes", sha256=kept("a" * 64))
    return bureau.done(NORTH, item, Act.STEP, step="contacted", details=TALKED)


def test_the_registers_alone_say_that_a_child_is_back(bureau: Bureau, left_out: Warehouse) -> None:
    item = contacted(bureau, opened(bureau, left_out))
    with pytest.raises(Refusal):
        bureau.done(NORTH, item, Act.STEP, step="resolved")
    enrol(left_out, 0, 2)
    found = night(left_out)
    assert found.moved and found.moved.resolved == 1 and steps(item)[-1] == "resolved"


def resolved(bureau: Bureau, records: Warehouse) -> Item:
    item = contacted(bureau, opened(bureau, records))
    enrol(records, 0, 2)
    night(records)
    return item


def closed(bureau: Bureau, records: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Item:
    item = resolved(bureau, records)
    later(monkeypatch)
    bureau.done(BASIC, item, Act.ATTACH, step="verified", evidence="list", sha256=kept("b" * 64))
    bureau.done(BASIC, item, Act.STEP, step="verified")
    return bureau.done(NORTH, item, Act.STEP, step="closed")


LATER = AT + timedelta(days=30)


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A month on, by the clock of what people do."""
    monkeypatch.setattr("tests.web.bureau.NOW", LATER)


def test_a_case_is_closed_only_after_the_time_and_by_another_units_look(
    bureau: Bureau, left_out: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = resolved(bureau, left_out)
    bureau.done(BASIC, item, Act.ATTACH, step="verified", evidence="list", sha256=kept("b" * 64))
    with pytest.raises(Refusal, match="10"):
        bureau.done(BASIC, item, Act.STEP, step="verified")
    later(monkeypatch)
    with pytest.raises(Refusal):
        bureau.done(NORTH, item, Act.STEP, step="verified")
    bureau.done(BASIC, item, Act.STEP, step="verified")
    bureau.done(NORTH, item, Act.STEP, step="closed")
    assert Item.objects.get(pk=item.pk).phase == Phase.CLOSED


def test_it_opens_again_by_itself_when_the_registers_contradict(
    bureau: Bureau, left_out: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = closed(bureau, left_out, monkeypatch)
    enrol(left_out, 2, on=LATER.date())
    found = night(left_out, LATER + timedelta(days=2))
    assert found.moved and found.moved.reopened == 1
    after = current(Item.objects.get(pk=item.pk))
    assert after.phase is Phase.UNDER_WAY and after.step == "contacted" and after.reopened == 1
    assert night(left_out, LATER + timedelta(days=3)).moved == type(found.moved)(0, 0, 0, 0)


def test_before_it_is_closed_it_goes_back_to_where_it_was(bureau: Bureau, left_out: Warehouse) -> None:
    item = resolved(bureau, left_out)
    enrol(left_out, 2, on=LATER.date())
    found = night(left_out, LATER)
    assert (
        found.moved and found.moved.returned == 1 and steps(item)[-1] == "contacted" and acts(item)[-1] == "send_back"
    )


def stays_away(records: Warehouse, since: date, until: date | None, on: date) -> None:
    """The first child is away without a word; its school closes its days."""
    away = {
        "student_no": f"G{NUMBERS[0]}", "school_code": SCHOOL, "from_on": since, "to_on": until, "reason_code": "unexplained",
    }  # fmt: skip
    day = {"school_code": SCHOOL, "day_on": on, "class_no": "全校", "expected_count": 2, "absent_count": 1}
    records.commit([batch(REGISTERS["absences"], [away], on=on), batch(REGISTERS["attendance_days"], [day], on=on)])


def test_who_is_on_the_roll_and_stays_away_is_not_back(
    bureau: Bureau, left_out: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = resolved(bureau, left_out)
    stays_away(left_out, DAY + timedelta(days=10), None, LATER.date())
    found = night(left_out, LATER)
    assert found.moved and (found.moved.returned, found.moved.resolved) == (1, 0) and steps(item)[-1] == "contacted"
    assert "列入“辍学”" in EntryRow.objects.filter(item=item).order_by("number").last().data["reason"]  # type: ignore[union-attr]
    assert night(left_out, LATER + timedelta(days=1)).moved == type(found.moved)(0, 0, 0, 0)
    assert found.outcome and found.outcome.tally["gap"] == 1, "who is on the roll counts as such"
    stays_away(left_out, DAY + timedelta(days=10), LATER.date(), LATER.date() + timedelta(days=2))
    assert night(left_out, LATER + timedelta(days=3)).moved == type(found.moved)(0, 1, 0, 0)


def test_a_closed_case_is_left_to_the_programme_that_looks_after(
    bureau: Bureau, left_out: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = closed(bureau, left_out, monkeypatch)
    stays_away(left_out, DAY + timedelta(days=10), None, LATER.date())
    found = night(left_out, LATER)
    assert found.moved and found.moved.reopened == 0 and Item.objects.get(pk=item.pk).phase == Phase.CLOSED
    assert [
        one.moved.opened
        for one in assure(left_out.folder, LATER.date(), LATER)
        if isinstance(one, ProgrammeNight) and one.programme.id == "not_attending" and one.moved
    ] == [1]


def test_who_proves_to_be_a_pupil_under_another_name_has_no_case_left_open_for_ever(
    bureau: Bureau, left_out: Warehouse
) -> None:
    item = contacted(bureau, opened(bureau, left_out))
    for verdict in list(PairVerdict.objects.all()):
        verdict.pk, verdict.verdict, verdict.at = None, "same", AT + timedelta(hours=1)
        verdict.save()
    enrol_under_the_other_name(left_out)
    assert hand_to_linkage(left_out.folder) == 2
    night(left_out, AT + timedelta(days=1))
    assert steps(item)[-1] == "resolved"


def enrol_under_the_other_name(records: Warehouse) -> None:
    rows = [enrolled(pupil(0, OTHER_NAMES[0], id_no=None))]
    records.commit([batch(REGISTERS["enrolments"], rows, on=DAY, scope={"school_code": [SCHOOL]})], expected=True)
