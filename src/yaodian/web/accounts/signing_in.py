"""登录: signing in goes step by step, and there is no signed-in session before the last one is done: the password (or another
place's word), the code of the second factor, a password of one's own, a second factor where one must be had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.contrib.auth import authenticate, login
from django.http import HttpRequest
from django.utils import timezone

from yaodian.web.accounts import sessions
from yaodian.web.accounts.factors import has_factor, must_have_factor
from yaodian.web.accounts.models import Account
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of

KEPT = "signing_in"
TIME = timedelta(minutes=10)
BACKEND = "django.contrib.auth.backends.ModelBackend"


class Step(StrEnum):
    """What is still to be done."""

    CODE = "code"
    PASSWORD = "password"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Begun:
    """Someone on the way in: through which door ("" is the password), where they wanted to go, whether the second factor
    was given."""

    account: Account
    door: str
    back: str
    gave_code: bool

    def step(self, at: datetime) -> Step | None:
        """The next step; None where nothing is missing."""
        if has_factor(self.account) and not self.gave_code:
            return Step.CODE
        if self.account.password_is_initial and not self.door:
            return Step.PASSWORD
        missing = not self.gave_code and must_have_factor(self.account, day_of(at))
        return Step.FACTOR if missing else None


def with_password(request: HttpRequest, called: str, password: str) -> Account | None:
    """The active account with this login and password; as slow for a login that there is not, or that no database can hold."""
    found = authenticate(request, login=called.replace("\0", "\N{REPLACEMENT CHARACTER}"), password=password)
    return found if isinstance(found, Account) else None


def with_code(request: HttpRequest, begun: Begun, code: str) -> Begun | None:
    """The same with the second factor given; None where the code is wrong."""
    found = authenticate(request, login=begun.account.login, code=code)
    return replace(begun, gave_code=True) if found else None


def keep(request: HttpRequest, begun: Begun) -> None:
    """Remember how far somebody came."""
    if KEPT not in request.session:
        request.session.cycle_key()
    request.session[KEPT] = {
        "account": begun.account.pk, "door": begun.door, "back": begun.back, "gave_code": begun.gave_code,
        "at": timezone.now().isoformat(),
    }  # fmt: skip


def begun_in(request: HttpRequest) -> Begun | None:
    """Who is on the way in; None where nobody is, or took longer than ten minutes for a step."""
    kept: dict[str, Any] = request.session.get(KEPT, {})
    if not kept or timezone.now() - datetime.fromisoformat(kept["at"]) > TIME:
        return None
    account = Account.objects.filter(pk=kept["account"], is_active=True).first()
    return Begun(account, kept["door"], kept["back"], kept["gave_code"]) if account else None


def finish(request: HttpRequest, begun: Begun, at: datetime) -> None:
    """Sign in: all steps are done."""
    request.session.pop(KEPT, None)
    login(request, begun.account, backend=BACKEND)
    sessions.begin(request)
    told = {"door": begun.door} if begun.door else {}
    record(actor=begun.account.login, act="sign_in", subject=f"account:{begun.account.login}", at=at, **told)
