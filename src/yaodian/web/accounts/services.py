"""账号办理: accounts made, duties given and ended; each by the administrator whose it is, each audited."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account, Administration, Duty
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.accounts.simulated import must_be_real
from yaodian.web.accounts.units import organisation
from yaodian.web.audit.recording import record


def first_administrators(*, passwords: dict[str, str], at: datetime) -> list[Account]:
    """The three administrators of a new installation, by their administration; refused where there are accounts."""
    if Account.objects.exists():
        raise Refusal(Words("已有账号，三员只在启用时建立", "there are accounts already"))
    made = []
    with transaction.atomic():
        for administration in Administration:
            password = passwords.get(administration.value)
            made.append(_made(administration.value, administration.words.zh, administration.value, password))
            record(actor="engine", act="make_account", subject=f"account:{administration.value}", at=at)
    return made


def make_account(*, by: Account, login: str, name: str, at: datetime, password: str | None = None) -> Account:
    """A new account without any duty; without a password it cannot sign in. Refusal for a login that is taken, and among
    simulated accounts."""
    must(standing(by, at.date()), Doing.MAKE_ACCOUNT)
    must_be_real(Words("账号", "accounts"))
    if Account.objects.filter(login=login).exists():
        raise Refusal(Words(f"登录名“{login}”已经有了，请换一个", f"the login {login!r} is taken: choose another"))
    with transaction.atomic():
        account = _made(login, name, "", password)
        record(actor=by.login, act="make_account", subject=f"account:{login}", at=at)
    return account


def _made(login: str, name: str, administers: str, password: str | None) -> Account:
    account = Account(login=login, name=name, administers=administers)
    if password is None:
        account.set_unusable_password()
    else:
        try:
            validate_password(password, account)
        except ValidationError as fault:
            zh = "；".join(fault.messages)
            raise Refusal(Words(f"“{login}”的密码不合要求：{zh}", f"the password of {login!r} is too weak")) from fault
        account.set_password(password)
    account.save()
    return account


def give_duty(
    *,
    by: Account,
    account: Account,
    unit: str,
    seat: Seat,
    since: date,
    at: datetime,
    until: date | None = None,
    purpose: Purpose = Purpose.SUPERVISION,
    reach: int = 2,
) -> Duty:
    """Let an account act for a unit; Refusal for an administrator, an unknown unit and days that end before they begin."""
    must(standing(by, at.date()), Doing.GIVE_DUTY)
    if account.administers:
        raise Refusal(Words(f"“{account.login}”是管理员，不能另任职务", f"{account.login!r} is an administrator"))
    if organisation().with_code(unit, since) is None:
        raise Refusal(Words(f"{since}没有单位“{unit}”", f"there is no unit {unit!r} on {since}"))
    if until is not None and until <= since:
        raise Refusal(Words("职务的止日要晚于起日", "a duty ends after it begins"))
    with transaction.atomic():
        duty = Duty.objects.create(
            account=account, unit=unit, seat=seat.value, purpose=purpose.value, reach=reach, since=since, until=until,
            given_by=by,
        )  # fmt: skip
        record(
            actor=by.login, act="give_duty", subject=f"account:{account.login}", at=at, duty=duty.pk, unit=unit,
            seat=seat.value, for_purpose=purpose.value, since=since.isoformat(),
            until=until.isoformat() if until else None,
        )  # fmt: skip
    return duty


def end_duty(*, by: Account, duty: Duty, until: date, at: datetime) -> None:
    """Let a duty end on the day before `until`."""
    must(standing(by, at.date()), Doing.GIVE_DUTY)
    if until <= duty.since:
        raise Refusal(Words("职务的止日要晚于起日", "a duty ends after it begins"))
    with transaction.atomic():
        Duty.objects.filter(pk=duty.pk).update(until=until)
        record(
            actor=by.login, act="end_duty", subject=f"account:{duty.account.login}", at=at, duty=duty.pk,
            until=until.isoformat(),
        )  # fmt: skip
