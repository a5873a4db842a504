"""会话: sessions that know whose they are, end after half an hour without a request and after twelve hours whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.backends import db
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from yaodian.web.accounts.models import Account, Session

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
BEGAN, SEEN, PROGRAM = "began", "seen", "program"
SEEN_EVERY = timedelta(minutes=1)  # so that reading pages does not write at each of them


class SessionStore(db.SessionStore):
    """Django's sessions in the database, in our own table."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row: Session = super().create_model_instance(data)
        row.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return row


@dataclass(frozen=True, slots=True)
class Open:
    """A session that has not ended: since when and last seen by the bureau's clock, from which program; `is_this` is the
    one that asks."""

    key: str
    began: datetime
    seen: datetime
    program: str
    is_this: bool


def begin(request: HttpRequest) -> None:
    """Note when a session begins and from which program."""
    now = timezone.now().isoformat()
    request.session.update({BEGAN: now, SEEN: now, PROGRAM: request.headers.get("User-Agent", "")[:200]})


def open_sessions(account: Account, this: str | None = None) -> list[Open]:
    """The sessions of an account, the one seen last first."""
    rows = Session.objects.filter(account=account, expire_date__gt=timezone.now())
    read = SessionStore().decode
    told = [(row.session_key, read(row.session_data)) for row in rows]
    shift = settings.CLOCK_SHIFT
    found = [
        Open(key, _instant(data, BEGAN) + shift, _instant(data, SEEN) + shift, data.get(PROGRAM, ""), key == this)
        for key, data in told
    ]
    return sorted(found, key=lambda one: one.seen, reverse=True)


def end(account: Account, *, but: str | None = None) -> int:
    """End the sessions of an account, except one; how many."""
    gone, _ = Session.objects.filter(account=account).exclude(session_key=but).delete()
    return gone


def kept(answered: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware: a session in use goes on, one that is too old ends."""

    def answer(request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            _keep(request, timezone.now())
        return answered(request)

    return answer


def _keep(request: HttpRequest, now: datetime) -> None:
    session = request.session
    if now - _instant(session, BEGAN, now) > settings.SESSION_LONGEST:
        logout(request)
    elif now - _instant(session, SEEN) > SEEN_EVERY:
        session[SEEN] = now.isoformat()
        session.setdefault(BEGAN, now.isoformat())


def _instant(of: Any, name: str, otherwise: datetime = LONG_AGO) -> datetime:
    told = of.get(name)
    return datetime.fromisoformat(told) if told else otherwise
