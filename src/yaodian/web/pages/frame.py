"""框架: what stands around every page: whose site it is, who is signed in, where one can go, how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.urls import reverse

from yaodian.domain.entry import Seat
from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Account, Administration
from yaodian.web.accounts.policy import standing
from yaodian.web.accounts.simulated import is_simulated
from yaodian.web.clock import today
from yaodian.web.installation import bureau_name
from yaodian.web.pages.language import language_of
from yaodian.web.pages.page import PAGES
from yaodian.web.work.models import PromiseLight

BUREAU = (Seat.LEADER, Seat.OFFICE, Seat.UNIT)
RAIL: tuple[tuple[str, Words, tuple[str, ...]], ...] = (
    ("home", Words("首页", "Home"), (*Seat, *Administration)),
    ("plans", Words("要点", "Plans"), (*BUREAU, Seat.COUNTY)),
    ("instructions", Words("批示件", "Instructions"), (*BUREAU, Seat.COUNTY)),
    ("ledgers", Words("台账", "Ledgers"), (*BUREAU, Seat.COUNTY)),
    ("assurance", Words("保障", "Nobody left out"), (*BUREAU, Seat.COUNTY)),
    ("indicators", Words("指标", "Indicators"), (*BUREAU, Seat.COUNTY)),
    ("registers", Words("登记库", "Registers"), (*BUREAU, Seat.COUNTY, Administration.SYSTEM)),
    ("visits", Words("督导", "Visits"), BUREAU),
    ("bulletins", Words("通报", "Bulletins"), BUREAU),
    ("burden", Words("减负", "Burden"), BUREAU),
    ("accounts", Words("账号", "Accounts"), (Administration.SYSTEM, Administration.SECURITY)),
    ("health", Words("运行", "Health"), (Administration.SYSTEM,)),
    ("audit", Words("审计", "Audit"), (Administration.AUDIT,)),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the rail."""

    address: str
    words: Words
    is_here: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of every template; what asks the database is asked once a template uses it, so never by a part."""
    account = getattr(request, "user", None)
    signed_in = account if isinstance(account, Account) else None
    is_demo = cache(is_simulated)
    return {
        "bureau_name": bureau_name,
        "language": language_of(request),
        "theme": "dark" if request.COOKIES.get("theme") == "dark" else "light",
        "is_large": request.COOKIES.get("type") == "large",
        "is_demo": is_demo,
        "shows_tour": request.path == "/" and request.COOKIES.get("tour") != "done" and is_demo(),
        "data_on": cache(lambda: PromiseLight.objects.aggregate(on=Max("on"))["on"]),
        "today": today(),
        "rail": cache(lambda: list(_rail(request, roles_of(signed_in))) if signed_in else []),
        "said": cache(lambda: request.session.pop("said", None) if signed_in and "said" in request.session else None),
    }


def roles_of(account: Account) -> frozenset[str]:
    """The seats that an account acts from today, or which administrator it is."""
    if account.administers:
        return frozenset({account.administers})
    who = standing(account, today())
    return frozenset(post.seat for post in who.posts if post.is_in_force(who.on))


def _rail(request: HttpRequest, roles: frozenset[str]) -> Iterator[Place]:
    if roles == {Seat.SCHOOL}:
        return
    called = request.resolver_match.url_name if request.resolver_match else None
    here = PAGES[called].under if called in PAGES else ""
    for name, words, seats in RAIL:
        if name in PAGES and not roles.isdisjoint(seats):
            yield Place(reverse(name), words, is_here=here == name)
