"""Accounts and duties are made by the administrator whose they are, and each is audited."""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.bureau import BASIC, NOW, OFFICE, Bureau
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.accounts.services import end_duty, first_administrators, give_duty, make_account
from yaodian.web.audit.models import AuditRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def admins(db: None) -> dict[str, Account]:
    return {account.administers: account for account in first_administrators(passwords={}, at=NOW)}


def test_the_three_administrators_are_made_once(admins: dict[str, Account]) -> None:
    assert set(admins) == {"system", "security", "audit"}
    with pytest.raises(Refusal, match="已有账号"):
        first_administrators(passwords={}, at=NOW)


def test_a_weak_password_is_refused_and_leaves_no_account(db: None) -> None:
    with pytest.raises(Refusal, match="密码不合要求"):
        first_administrators(passwords={"security": "12345"}, at=NOW)
    assert not Account.objects.exists() and not AuditRow.objects.exists()


def test_each_administrator_does_only_its_own(admins: dict[str, Account]) -> None:
    Bureau.made()
    made = make_account(by=admins["system"], login="chen", name="陈某", at=NOW, password="高天滚滚寒流急2020")
    assert made.check_password("高天滚滚寒流急2020") and made.password.startswith("argon2")
    with pytest.raises(Refusal, match="已经有了"):
        make_account(by=admins["system"], login="chen", name="又一人", at=NOW)
    for kind in ("security", "audit"):
        with pytest.raises(NotAllowed, match="系统管理员"):
            make_account(by=admins[kind], login=kind + "2", name="某", at=NOW)
    duty = give_duty(by=admins["security"], account=made, unit=BASIC, seat=Seat.UNIT, since=date(2020, 1, 1), at=NOW)
    for kind in ("system", "audit"):
        with pytest.raises(NotAllowed, match="安全管理员"):
            give_duty(by=admins[kind], account=made, unit=OFFICE, seat=Seat.OFFICE, since=date(2020, 1, 1), at=NOW)
    end_duty(by=admins["security"], duty=duty, until=date(2020, 7, 1), at=NOW)
    assert Duty.objects.get(pk=duty.pk).until == date(2020, 7, 1)
    told = list(AuditRow.objects.filter(subject="account:chen").order_by("pk").values_list("actor", "act"))
    assert told == [("system", "make_account"), ("security", "give_duty"), ("security", "end_duty")]


def test_duties_that_cannot_be_are_refused(admins: dict[str, Account]) -> None:
    Bureau.made()
    by, chen = admins["security"], make_account(by=admins["system"], login="chen", name="陈某", at=NOW)
    since = date(2020, 1, 1)
    with pytest.raises(Refusal, match="管理员"):
        give_duty(by=by, account=admins["audit"], unit=OFFICE, seat=Seat.OFFICE, since=since, at=NOW)
    with pytest.raises(Refusal, match="没有单位"):
        give_duty(by=by, account=chen, unit="nowhere", seat=Seat.OFFICE, since=since, at=NOW)
    with pytest.raises(Refusal, match="止日"):
        give_duty(by=by, account=chen, unit=OFFICE, seat=Seat.OFFICE, since=since, until=since, at=NOW)
    assert not Duty.objects.filter(account=chen).exists()
