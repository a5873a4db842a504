"""账号办理: accounts made, linked and closed, duties given and ended, what secures an account; each by the administrator whose
it is, each audited."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts import factors, sessions
from yaodian.web.accounts.doors import door_called
from yaodian.web.accounts.models import Account, Administration, Duty, Link
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
        _set_password(account, password)
        account.password_is_initial = True
    account.save()
    return account


def _set_password(account: Account, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as fault:
        zh = "；".join(fault.messages)
        raise Refusal(
            Words(f"“{account.login}”的密码不合要求：{zh}", f"the password of {account.login!r} is too weak")
        ) from fault
    account.set_password(password)


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
    if not purpose.is_of_duty:
        raise Refusal(
            Words(
                "本人记录只由本人查看，不授职务", "one's own record is seen by its owner alone: no duty is given for it"
            )
        )
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


def change_password(*, account: Account, password: str, at: datetime) -> None:
    """A password of one's own in the place of the one before; every other session of the account ends by it."""
    if account.check_password(password):
        raise Refusal(Words("新密码和原来的一样，请换一个", "the new password is the old one: choose another"))
    with transaction.atomic():
        _set_password(account, password)
        account.password_is_initial = False
        account.save(update_fields=["password", "password_is_initial"])
        record(actor=account.login, act="change_password", subject=f"account:{account.login}", at=at)


def give_password(*, by: Account, account: Account, at: datetime) -> str:
    """A new initial password, shown this once: its owner changes it when signing in. Whoever has a second factor still
    needs it, so that the system administrator alone gets into no such account."""
    must(standing(by, at.date()), Doing.MAKE_ACCOUNT)
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        account.set_password(password)
        account.password_is_initial = True
        account.save(update_fields=["password", "password_is_initial"])
        sessions.end(account)
        record(actor=by.login, act="give_password", subject=f"account:{account.login}", at=at)
    return password


def let_in(*, by: Account, account: Account, active: bool, at: datetime) -> None:
    """Close an account, or open it again; no administrator's, as there must be three."""
    must(standing(by, at.date()), Doing.MAKE_ACCOUNT)
    if account.administers:
        raise Refusal(
            Words(
                "三员的账号不能停用；换人时重设密码和第二步", "an administrator's account stays: give it a new password"
            )
        )
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=active)
        act = "open_account" if active else "close_account"
        record(actor=by.login, act=act, subject=f"account:{account.login}", at=at)


def link(*, by: Account, account: Account, door: str, subject: str, at: datetime) -> None:
    """Say what a door calls an account, in the place of what it called it before."""
    must(standing(by, at.date()), Doing.MAKE_ACCOUNT)
    place, subject = door_called(door), subject.strip()
    if account.administers or not subject:
        raise Refusal(
            Words("管理员只用密码和第二步登录", "administrators sign in with password and second factor")
            if account.administers
            else Words(f"请填“{place.words.zh}”里的用户标识", f"name the user as {place.words.en} does")
        )
    taken = Link.objects.filter(door=door, subject=subject).exclude(account=account).select_related("account").first()
    if taken:
        raise Refusal(
            Words(
                f"“{subject}”已关联到账号“{taken.account.login}”，请核对",
                f"{subject!r} is linked to {taken.account.login!r} already: check it",
            )
        )
    with transaction.atomic():
        Link.objects.update_or_create(account=account, door=door, defaults={"subject": subject, "made_at": at})
        record(actor=by.login, act="link_account", subject=f"account:{account.login}", at=at, door=door)


def link_person(*, by: Account, account: Account, person: str | None, reason: str, at: datetime) -> None:
    """Say whose staff record is that of an account's owner (None: nobody's any more), and why one is sure of it."""
    must(standing(by, at.date()), Doing.MAKE_ACCOUNT)
    if account.administers:
        raise Refusal(
            Words("管理员的账号不关联本人档案", "an administrator's account is linked to no record of a person")
        )
    if not reason.strip():
        raise Refusal(Words("请写明依据，例如：本人持证件当面核对", "say how the person was made sure of"))
    with transaction.atomic():
        if person and Account.objects.filter(person=person).exclude(pk=account.pk).exists():
            raise Refusal(
                Words(
                    "这份档案已关联到另一个账号，请先解除那一个",
                    "this record is linked to another account: end that first",
                )
            )
        Account.objects.filter(pk=account.pk).update(person=person)
        act = "link_person" if person else "unlink_person"
        record(actor=by.login, act=act, subject=f"account:{account.login}", at=at, person=person, reason=reason.strip())


def reset_factor(*, by: Account, account: Account, at: datetime) -> None:
    """Take the second factor from an account that lost it; whoever must have one sets it up when signing in."""
    must(standing(by, at.date()), Doing.SECURE_ACCOUNT)
    with transaction.atomic():
        if not factors.remove_factor(account):
            raise Refusal(Words(f"“{account.login}”没有第二步", f"{account.login!r} has no second factor"))
        sessions.end(account)
        record(actor=by.login, act="reset_second_factor", subject=f"account:{account.login}", at=at)


def end_sessions(*, by: Account, account: Account, at: datetime) -> int:
    """Sign an account out everywhere; how many sessions that were."""
    must(standing(by, at.date()), Doing.SECURE_ACCOUNT)
    with transaction.atomic():
        ended = sessions.end(account)
        record(actor=by.login, act="end_sessions", subject=f"account:{account.login}", at=at, sessions=ended)
    return ended
