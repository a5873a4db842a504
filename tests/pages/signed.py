"""How tests sign in: browsers, passwords and codes of an authenticator."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from yaodian.web.accounts.factors import set_factor
from yaodian.web.accounts.models import Account

PASSWORD = "高天滚滚寒流急2020"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def browser_of(account: Account) -> Client:
    """A browser in which the account is signed in."""
    browser = Client()
    browser.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def with_password(account: Account, *, initial: bool = False) -> Account:
    account.set_password(PASSWORD)
    account.password_is_initial = initial
    account.save()
    return account


def with_factor(account: Account) -> list[str]:
    """The recovery codes of a second factor with our secret."""
    return set_factor(account, SECRET, code_of(SECRET))


def code_of(secret: str, steps: int = 0) -> str:
    """What an authenticator shows, so many half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def sign_in(account: Account, password: str = PASSWORD, browser: Client | None = None, **more: Any) -> Any:
    given = {"login": account.login, "password": password, **more}
    return (browser or Client()).post("/sign-in", given)


def administrators() -> dict[str, Account]:
    """The three, without a second factor, by their administration."""
    return {
        kind: Account.objects.create(login=kind, name=kind, administers=kind)
        for kind in ("system", "security", "audit")
    }


def text_of(answer: Any) -> str:
    return str(answer.content.decode())
