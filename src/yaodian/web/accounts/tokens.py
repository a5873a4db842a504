"""令牌: what programs sign in with, and the secrets of calendars. Neither can be read again once it was shown."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from yaodian.web.accounts.models import Account, CalendarKey, Token
from yaodian.web.audit.recording import record

LONGEST = timedelta(days=366)


def make_token(*, account: Account, label: str, days: int, at: datetime) -> tuple[Token, str]:
    """A token of an account for so many days (at most a year), and its text, which is shown this once."""
    text = "yd_" + secrets.token_urlsafe(32)
    until = at + min(timedelta(days=days), LONGEST)
    with transaction.atomic():
        token = Token.objects.create(account=account, digest=digest_of(text), label=label, made_at=at, until=until)
        record(actor=account.login, act="make_token", subject=f"account:{account.login}", at=at, label=label)
    return token, text


def revoke_token(*, account: Account, token: int, at: datetime) -> bool:
    """End a token of the account; whether there was one."""
    with transaction.atomic():
        gone, _ = Token.objects.filter(pk=token, account=account).delete()
        if gone:
            record(actor=account.login, act="revoke_token", subject=f"account:{account.login}", at=at)
    return bool(gone)


def account_of(text: str, at: datetime) -> Account | None:
    """The active account whose token this is."""
    token = Token.objects.select_related("account").filter(digest=digest_of(text), until__gt=at).first()
    return token.account if token and token.account.is_active else None


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def make_calendar_key(*, account: Account, unit: str, at: datetime) -> str:
    """A new secret for a unit's calendar; the one before is revoked by it."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarKey.objects.filter(unit=unit).delete()
        CalendarKey.objects.create(unit=unit, secret=digest_of(secret), made_by=account, made_at=at)
        record(actor=account.login, act="make_calendar_key", subject=f"unit:{unit}", at=at)
    return secret


def revoke_calendar_key(*, account: Account, unit: str, at: datetime) -> bool:
    """End the secret of a unit's calendar; whether there was one."""
    with transaction.atomic():
        gone, _ = CalendarKey.objects.filter(unit=unit).delete()
        if gone:
            record(actor=account.login, act="revoke_calendar_key", subject=f"unit:{unit}", at=at)
    return bool(gone)
