"""The chain: what is changed, removed, put in or moved is found, and the first bad entry named."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from tests.effort import EFFORT
from tests.web.bureau import NOW, Bureau
from yaodian.domain.entry import Act
from yaodian.web.audit.chain import close_day, seal, unsealed, verify
from yaodian.web.audit.models import ActorCount, AuditRow, Head, Root
from yaodian.web.audit.recording import Told, record, record_all
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.verifying import entries_fault, states_fault

pytestmark = pytest.mark.django_db
ROWS = {"check": 300, "ci": 2_000, "full": 100_000}[EFFORT]
TAMPERINGS = 200
ACTORS = 7


def filled(rows: int) -> None:
    for start in range(0, rows, 500):
        numbers = range(start, min(start + 500, rows))
        record_all(
            [
                Told(f"actor{n % ACTORS}", NOW + timedelta(seconds=n), f"act{n % 5}", f"w{n}", "", {"n": n})
                for n in numbers
            ]
        )
    seal()


def change_the_body(place: int, chance: random.Random) -> int:
    row = AuditRow.objects.get(place=place)
    at = chance.randrange(len(row.body))
    AuditRow.objects.filter(pk=row.pk).update(body=row.body[:at] + "乙" + row.body[at + 1 :])
    return place


def change_a_column(place: int, chance: random.Random) -> int:
    column, value = chance.choice(
        [("actor", "someone"), ("subject", "w0x"), ("act", "none"), ("at", NOW - timedelta(1))]
    )
    AuditRow.objects.filter(place=place).update(**{column: value})
    return place


def change_the_digest(place: int, chance: random.Random) -> int:
    AuditRow.objects.filter(place=place).update(digest="f" * 64)
    return place


def delete(place: int, chance: random.Random) -> int:
    AuditRow.objects.filter(place=place).delete()
    return place


def delete_and_close_the_gap(place: int, chance: random.Random) -> int:
    AuditRow.objects.filter(place=place).delete()
    for row in AuditRow.objects.filter(place__gt=place).order_by("place")[:2_000]:
        AuditRow.objects.filter(pk=row.pk).update(place=row.place - 1)
    return place


def swap(place: int, chance: random.Random) -> int:
    other = chance.choice([p for p in (place - 1, place + 1, place + 9) if 1 <= p <= ROWS and p != place])
    one, two = AuditRow.objects.get(place=place), AuditRow.objects.get(place=other)
    for row, to in ((one, None), (two, place), (one, other)):
        AuditRow.objects.filter(pk=row.pk).update(place=to)
    return min(place, other)


def insert(place: int, chance: random.Random) -> int:
    """A row put in at the end, with a digest of its own making."""
    AuditRow.objects.create(
        at=NOW, actor="intruder", actor_number=1, act="x", subject="w", body="[]", place=ROWS + 1, digest="a" * 64
    )
    return ROWS + 1


def cut_off(place: int, chance: random.Random) -> int:
    AuditRow.objects.filter(place__gte=place).delete()
    return place


WAYS: list[Callable[[int, random.Random], int]] = [
    change_the_body, change_a_column, change_the_digest, delete, delete_and_close_the_gap, swap, insert, cut_off,
]  # fmt: skip


def test_two_hundred_tamperings_are_found_and_the_first_bad_entry_named(db: None) -> None:
    filled(ROWS)
    assert verify() is None and AuditRow.objects.count() == ROWS
    chance, found = random.Random(11), 0
    for n in range(TAMPERINGS):
        with transaction.atomic():
            first = WAYS[n % len(WAYS)](chance.randrange(1, ROWS + 1), chance)
            fault = verify()
            assert fault is not None, (WAYS[n % len(WAYS)].__name__, first)
            named = int(re.search(r"entry (\d+)", fault.en)[1])  # type: ignore[index]
            assert named in (first, first - 1), (WAYS[n % len(WAYS)].__name__, first, fault.en)
            found += 1
            transaction.set_rollback(True)
    assert found == TAMPERINGS and verify() is None


def test_what_vanished_before_it_was_sealed_is_missed(db: None) -> None:
    filled(20)
    record(actor="actor1", act="read", subject="w1", at=NOW)
    row = record(actor="actor1", act="read", subject="w2", at=NOW)
    assert unsealed() == 2 and verify() is None
    row.delete()
    fault = verify()
    assert fault is not None and "actor1" in fault.zh


def test_a_chain_written_anew_is_shown_by_a_root_that_others_hold(db: None) -> None:
    filled(40)
    root = close_day(date(2020, 6, 1))
    assert root is not None and (root.first, root.last) == (1, 40) and close_day(date(2020, 6, 1)) is None
    filled(20)
    second = close_day(date(2020, 6, 2))
    assert second is not None and (second.first, second.last) == (41, 60)
    published = {"2020-06-01": root.root, "2020-06-02": second.root}
    assert verify(published) is None
    for model in (AuditRow, ActorCount, Head, Root):
        model.objects.all().delete()
    filled(59)
    close_day(date(2020, 6, 1))
    assert verify() is None, "alone the forged chain is whole"
    fault = verify(published)
    assert fault is not None and "2020-06-01" in fault.zh


def test_an_act_that_is_rolled_back_leaves_no_audit(db: None) -> None:
    with transaction.atomic():
        record(actor="a", act="x", subject="w", at=NOW)
        transaction.set_rollback(True)
    assert not AuditRow.objects.exists() and verify() is None


def test_an_entry_that_was_changed_or_removed_or_smuggled_in_is_named(bureau: Bureau) -> None:
    item = bureau.item("w1")
    bureau.item("w2")
    bureau.done("basic_education", item, Act.ACCEPT)
    assert entries_fault() is None and states_fault() is None
    ways = (
        (lambda: EntryRow.objects.filter(item="w1", number=2).update(unit="other"), "w1/2 was changed"),
        (lambda: EntryRow.objects.filter(item="w1", number=1).update(data={"kind": "event"}), "w1/1 was changed"),
        (lambda: EntryRow.objects.filter(item="w1", number=2).delete(), "w1/2 was deleted"),
        (lambda: EntryRow.objects.filter(item="w1", number=2).update(item="w2", number=2), "w1/2 was changed"),
    )
    for tamper, told in ways:
        with transaction.atomic():
            tamper()
            fault = entries_fault()
            assert fault is not None and told in fault.en
            transaction.set_rollback(True)
    Item.objects.filter(pk="w1").update(state={**item.state, "owner": "someone"})
    fault = states_fault()
    assert fault is not None and "w1" in fault.en


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table whole")
def test_rows_of_an_act_and_of_a_day_are_found_by_an_index() -> None:
    filled(50)
    assert "audit_act" in AuditRow.objects.filter(act="act1").order_by("-pk")[:26].explain()
    assert "audit_at" in AuditRow.objects.filter(at__gte=NOW, at__lt=NOW + timedelta(1)).order_by("-pk")[:26].explain()
