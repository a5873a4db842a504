"""账号查看: what the administrators of accounts may see: who there is, and what secures them; never their work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from yaodian.web.accounts.factors import has_factor
from yaodian.web.accounts.models import Account, Duty, Link
from yaodian.web.accounts.policy import Doing, can, must, standing
from yaodian.web.accounts.sessions import Open, open_sessions


@dataclass(frozen=True, slots=True)
class Found:
    """An account with its duties, the newest first; sessions and links to whom they are for."""

    account: Account
    duties: list[Duty]
    has_factor: bool
    sessions: list[Open]
    links: dict[str, str]
    may_make: bool
    may_secure: bool


def accounts_found(by: Account, on: date, *, words: str = "", which: str = "") -> QuerySet[Any]:
    """Accounts whose login or name holds the words, by login; `which`: administrators, without_duty or closed."""
    must(standing(by, on), Doing.LIST_ACCOUNTS)
    now = Duty.objects.filter(Q(until=None) | Q(until__gt=on), account=OuterRef("pk"), since__lte=on)
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    found = Account.objects.annotate(has_duty=Exists(now), factor=Exists(factor)).order_by("login")
    narrowed = {
        "administrators": ~Q(administers=""),
        "without_duty": Q(administers="", has_duty=False),
        "closed": Q(is_active=False),
    }
    found = found.filter(narrowed.get(which, Q()))
    return found.filter(Q(login__icontains=words) | Q(name__icontains=words)) if words else found


def account_found(by: Account, on: date, login: str) -> Found | None:
    """One account; None where there is none."""
    who = standing(by, on)
    must(who, Doing.LIST_ACCOUNTS)
    account = Account.objects.filter(login=login).first()
    if account is None:
        return None
    duties = list(Duty.objects.filter(account=account).order_by("-since", "unit"))
    secures, makes = can(who, Doing.SECURE_ACCOUNT), can(who, Doing.MAKE_ACCOUNT)
    links = dict(Link.objects.filter(account=account).values_list("door", "subject"))
    return Found(
        account, duties, has_factor(account), open_sessions(account) if secures else [], links if makes else {}, makes,
        secures,
    )  # fmt: skip


def ending_duties(by: Account, on: date, within: timedelta) -> int:
    """How many duties end within a time from a day on."""
    must(standing(by, on), Doing.GIVE_DUTY)
    return Duty.objects.filter(until__gt=on, until__lte=on + within).count()
