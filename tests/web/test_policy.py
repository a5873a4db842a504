"""Who sees what: every seat asked about work of every owner, held against a rule written down again."""

from __future__ import annotations

from itertools import product

import pytest

from tests.web.bureau import BASIC, CITY, FINANCE, NORTH, NOW, OFFICE, SAFETY, SCHOOLS, SEATS, SOUTH, Bureau
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Act, Seat
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.accounts.policy import Doing, NotAllowed, can, must, standing, visible
from yaodian.web.work.models import Item
from yaodian.web.work.reading import items_of, seen
from yaodian.web.work.writing import Opening

pytestmark = pytest.mark.django_db
ON = NOW.date()
UNITS = list(SEATS)


def may_see(viewer: str, owner: str, is_case: bool) -> bool:
    """The rule in words: the leaders and the office all; the bureau's units every item and their own cases; a county its
    own and its schools'; a school its own."""
    if viewer in (CITY, OFFICE) or viewer == owner:
        return True
    if viewer in (BASIC, SAFETY, FINANCE):
        return not is_case
    return SCHOOLS.get(owner) == viewer


def test_every_seat_sees_what_the_rule_gives_it_and_nothing_else(bureau: Bureau) -> None:
    items = {
        (owner, is_case): bureau.item(f"{owner}-{is_case}", owner, is_case=is_case)
        for owner, is_case in product(UNITS, (False, True))
    }
    for viewer in UNITS:
        listed = set(items_of(bureau.accounts[viewer], ON).values_list("pk", flat=True))
        who = standing(bureau.accounts[viewer], ON)
        for (owner, is_case), item in items.items():
            expected = may_see(viewer, owner, is_case)
            assert (item.pk in listed) is can(who, Doing.SEE, item) is expected, (viewer, owner, is_case)
            if not expected:
                with pytest.raises(NotAllowed):
                    seen(bureau.accounts[viewer], item.pk, ON)
                with pytest.raises(NotAllowed):
                    bureau.done(viewer, item, Act.ACCEPT)


def test_what_does_not_exist_looks_like_what_may_not_be_seen(bureau: Bureau) -> None:
    bureau.item("w1", SOUTH)
    told = []
    for subject in ("w1", "no such item"):
        with pytest.raises(NotAllowed) as refused:
            seen(bureau.accounts[NORTH], subject, ON)
        told.append(refused.value.words)
    assert told[0] == told[1]


def test_whom_a_case_is_about_is_shown_only_for_its_purpose(bureau: Bureau) -> None:
    opening = Opening(person="CANARY-child-7", purpose=Purpose.DROPOUT_PREVENTION.value)
    bureau.item("c1", NORTH, opening, kind="assurance", is_case=True, person="CANARY-child-7")
    keeper = bureau.account("keeper", NORTH, Seat.COUNTY)
    Duty.objects.create(account=keeper, unit=NORTH, seat="county", purpose=Purpose.DROPOUT_PREVENTION.value, since=ON)
    assert seen(keeper, "c1", ON).person == "CANARY-child-7"
    for unit in (NORTH, OFFICE, CITY):
        found = seen(bureau.accounts[unit], "c1", ON)
        assert found.person == "" and "CANARY" not in repr(found.entries)


def test_no_account_is_two_administrators_or_an_administrator_with_work(bureau: Bureau) -> None:
    admins = {
        kind: Account.objects.create(login=kind, name=kind, administers=kind)
        for kind in ("system", "security", "audit")
    }
    item = bureau.item("w1")
    powers = {Doing.MAKE_ACCOUNT: "system", Doing.GIVE_DUTY: "security", Doing.READ_AUDIT: "audit"}
    for (doing, whose), (kind, account) in product(powers.items(), admins.items()):
        assert can(standing(account, ON), doing) is (kind == whose)
    for account in admins.values():
        Duty.objects.create(account=account, unit=OFFICE, seat="office", purpose="supervision", since=ON)
        who = standing(account, ON)
        assert not visible(who, Item.objects.all()).exists() and not can(who, Doing.PUBLISH_PLAN)
        with pytest.raises(NotAllowed):
            must(who, Doing.SEE, item)
    for unit, account in bureau.accounts.items():
        assert not any(can(standing(account, ON), doing) for doing in powers)
        assert can(standing(account, ON), Doing.PUBLISH_PLAN) is (unit == OFFICE)


def test_an_account_that_was_closed_sees_nothing_from_then_on(bureau: Bureau) -> None:
    bureau.item("w1")
    account = bureau.accounts[OFFICE]
    assert items_of(account, ON).count() == 1
    account.is_active = False
    assert items_of(account, ON).count() == 0
