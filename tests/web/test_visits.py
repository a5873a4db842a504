"""Visits: schools drawn by a published seed, scored by another unit, corrected in the open, their findings handed on."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from tests.web.bureau import BASIC, NOW, SAFETY, SCHOOLS, WEST, Bureau, kept
from tests.web.visits import ITEMS, SEED, drawn, planned
from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import Refusal
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.installation import files
from yaodian.web.work.drawing import draw, drawn_of, to_be_drawn
from yaodian.web.work.models import Item
from yaodian.web.work.services import Stale
from yaodian.web.work.visiting import Filled, findings_at, hand_in_sheet, sheet_of, visits_of
from yaodian.workspace.publish.visit_workbooks import Finding

pytestmark = pytest.mark.django_db
GOOD = dict.fromkeys(ITEMS, 4)
FOUND = Finding("消防通道堆放杂物", "w1", date(2020, 6, 20))


def handed(bureau: Bureau, case: Item, *, by: str = SAFETY, key: str = "k", **told: Any) -> Item:
    given = {"filled": Filled(GOOD), "findings": (), "photos": (), "expected": case.version, **told}
    return hand_in_sheet(account=bureau.accounts[by], subject=case.pk, key=key, at=NOW, **given)


def cells(digest: str) -> list[tuple[Any, ...]]:
    """The rows of a workbook in the store of evidence."""
    return list(openpyxl.load_workbook(BytesIO(files().path(digest).read_bytes())).active.values)


def test_anyone_draws_the_same_school_from_what_is_published(bureau: Bureau) -> None:
    case = drawn(bureau)
    told = drawn_of(["whole"])["whole"]
    assert (told.seed, told.share, told.frame, told.size) == (SEED, 0.1, len(SCHOOLS), 1)
    again = min(SCHOOLS, key=lambda code: sha256(f"{SEED}/{code}".encode()).hexdigest())
    assert case.title.startswith(again) and sheet_of(bureau.accounts[SAFETY], case.pk, NOW).school == again == "w1"
    listed = next(e for e in Item.objects.get(pk="whole").entries.all() if e.data.get("evidence") == "list")
    rows = cells(listed.data["sha256"])
    assert {row[1] for row in rows if row[0] in range(1, 7)} == set(SCHOOLS) and f"种子：{SEED}" in {
        row[0] for row in rows
    }


def test_a_sample_is_drawn_once_by_its_owner_and_visited_by_another_unit(bureau: Bureau) -> None:
    whole = planned(bureau)
    assert [one.pk for one in to_be_drawn(bureau.accounts[BASIC], NOW)] == ["whole"]
    assert to_be_drawn(bureau.accounts[SAFETY], NOW) == []
    given: dict[str, Any] = {
        "account": bureau.accounts[BASIC], "unit": BASIC, "subject": "whole", "seed": SEED, "visitor": SAFETY,
        "expected": whole.version, "key": "d", "at": NOW,
    }  # fmt: skip
    for wrong in ({"visitor": BASIC}, {"visitor": "w1"}, {"seed": " "}):
        with pytest.raises(Refusal):
            draw(**given | wrong)
    with pytest.raises(NotAllowed):
        draw(**given | {"account": bureau.accounts[SAFETY]})
    assert draw(**given).pk == draw(**given).pk
    assert Item.objects.filter(parent="whole").count() == 1
    with pytest.raises(Stale):
        draw(**given | {"key": "d2"})


def test_a_visit_waits_for_the_unit_that_was_named_and_not_for_the_school(bureau: Bureau) -> None:
    case = drawn(bureau)
    waits = {unit for unit, account in bureau.accounts.items() if visits_of(account, NOW)}
    assert waits == {SAFETY}
    with pytest.raises(Refusal):
        handed(bureau, case, by="w1")
    with pytest.raises(NotAllowed):
        handed(bureau, case, by="n1")


def test_a_sheet_handed_in_takes_its_steps_with_evidence_and_sent_again_does_nothing_twice(bureau: Bureau) -> None:
    case = drawn(bureau)
    first = handed(bureau, case, filled=Filled(GOOD, {"gate": "值守到位"}))
    assert handed(bureau, case, filled=Filled(GOOD, {"gate": "值守到位"})).version == first.version
    entries = list(first.entries.order_by("number"))[-4:]
    assert [(e.act, e.data["step"]) for e in entries] == [
        ("attach", "visited"), ("step", "visited"), ("attach", "scored"), ("step", "scored"),
    ]  # fmt: skip
    assert entries[-1].data["details"] == {**GOOD, "gate/remark": "值守到位"}
    rows = cells(entries[2].data["sha256"])
    assert ("合计", 30, 24) in {row[:3] for row in rows}


@pytest.mark.parametrize("points", [{"gate": 4}, {**GOOD, "fire": 6}, {**GOOD, "fire": -1}])
def test_a_sheet_with_points_missing_or_too_many_is_not_taken(bureau: Bureau, points: dict[str, int]) -> None:
    case = drawn(bureau)
    with pytest.raises(Refusal):
        handed(bureau, case, filled=Filled(points))
    assert Item.objects.get(pk=case.pk).version == case.version


def test_of_two_who_scored_the_second_sees_the_first_and_both_stay_on_record(bureau: Bureau) -> None:
    case = drawn(bureau)
    bureau.accounts["second"] = bureau.account("second", SAFETY, Seat.UNIT)
    done = handed(bureau, case)
    other = Filled({**GOOD, "fire": 1}, {"fire": "通道堵塞"})
    with pytest.raises(Stale):
        handed(bureau, case, by="second", filled=other)
    saved = sheet_of(bureau.accounts["second"], case.pk, NOW).saved
    assert saved is not None and saved.points["fire"] == 4
    after = handed(bureau, done, by="second", key="k2", filled=other)
    told = [
        (e.account, e.data["details"]["fire"]) for e in after.entries.filter(act=Act.STEP.value, data__step="scored")
    ]
    assert told == [(f"of-{SAFETY}", 4), ("second", 1)]
    assert after.entries.filter(act=Act.SEND_BACK.value, data__reason="更正评分").count() == 1
    assert handed(bureau, after, key="k3", filled=other).version == after.version


def test_a_finding_becomes_a_case_of_the_unit_that_answers_for_it(bureau: Bureau) -> None:
    case = drawn(bureau)
    done = handed(bureau, case, findings=(FOUND,))
    handed(bureau, done, key="k2", findings=(FOUND,))
    found = Item.objects.get(kind="rectification")
    assert (found.title, found.owner, found.due, found.parent_id) == (FOUND.text, "w1", FOUND.due, case.pk)
    sheet = sheet_of(bureau.accounts[SAFETY], case.pk, NOW)
    assert findings_at(bureau.accounts[SAFETY], "w1", sheet.declared, NOW) == [found]
    for wrong in (Finding("x", "nobody", FOUND.due), Finding("x", "w1", date(2020, 5, 31))):
        with pytest.raises(Refusal):
            handed(bureau, done, key="k3", findings=(wrong,))
    assert Item.objects.filter(kind="rectification").count() == 1


def test_a_finding_is_closed_only_after_a_unit_that_did_none_of_it_looked_again(bureau: Bureau) -> None:
    handed(bureau, drawn(bureau), findings=(FOUND,))
    found = Item.objects.get(kind="rectification")
    bureau.done("w1", found, Act.ACCEPT)
    walk = (
        (WEST, "reported", "list"),
        ("w1", "assigned", ""),
        (WEST, "rectifying", ""),
        (WEST, "submitted", "summary"),
    )
    for unit, step, evidence in walk:
        if evidence:
            bureau.done(unit, found, Act.ATTACH, step=step, evidence=evidence, sha256=kept("b" * 64))
        bureau.done(unit, found, Act.STEP, step=step)
    for unit in ("w1", WEST):
        with pytest.raises(Refusal, match="不办"):
            bureau.done(unit, found, Act.ATTACH, step="rechecked", evidence="photo", sha256=kept("c" * 64))
        with pytest.raises(Refusal):
            bureau.done(unit, found, Act.STEP, step="closed")
    bureau.done(SAFETY, found, Act.ATTACH, step="rechecked", evidence="photo", sha256=kept("c" * 64))
    bureau.done(SAFETY, found, Act.STEP, step="rechecked")
    assert bureau.done("w1", found, Act.STEP, step="closed").phase == "closed"
