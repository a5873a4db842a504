"""页: a page of the site: its address, whom it is for, and what every refusal looks like. A page is declared where it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.organisation import Organisation
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, NotAllowed, Standing, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import day_of, now
from yaodian.web.pages.language import language_of
from yaodian.web.work.services import Stale

ANYONE, SIGNED_IN = "anyone", "signed_in"


@dataclass(frozen=True)
class Visit:
    """A request with whose it is and when; what a view is given."""

    request: HttpRequest
    at: datetime

    @property
    def on(self) -> date:
        return day_of(self.at)

    @property
    def account(self) -> Account:
        """Who is signed in; only for pages that ask for it."""
        account = self.request.user
        assert isinstance(account, Account)
        return account

    @cached_property
    def who(self) -> Standing:
        return standing(self.account, self.on, self.organisation)

    @cached_property
    def organisation(self) -> Organisation:
        """The units, looked up once for a page and its template."""
        self.request.organisation = organisation()
        return self.request.organisation

    @property
    def language(self) -> str:
        return language_of(self.request)

    @property
    def is_partial(self) -> bool:
        """Whether htmx asks for a part of the page; going back in the history asks for all of it."""
        asked = self.request.headers
        whole = asked.get("HX-Boosted") or asked.get("HX-History-Restore-Request")
        return bool(getattr(self.request, "htmx", False)) and not whole

    def show(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        return render(self.request, f"pages/{template}.html", {"visit": self, **context}, status=status)

    def go(self, name: str, *parts: Any, said: Words | None = None, query: str = "") -> HttpResponse:
        """On to a page after something was done; `said` stands on it once."""
        if said is not None:
            self.request.session["said"] = said.lang(self.language)
        return HttpResponseRedirect(reverse(name, args=parts) + query, status=303)


View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Page:
    """`policy` is ANYONE, SIGNED_IN or what `accounts.policy` asks before the view runs; of `Doing.SEE` the view itself
    asks, with the subject that it reads. A page that `writes` is only posted to. `under` is the line of the rail it is below."""

    name: str
    route: str
    policy: str
    writes: bool
    under: str
    view: View

    @property
    def pattern(self) -> URLPattern:
        return path(self.route, self.view, name=self.name)


PAGES: dict[str, Page] = {}


def page(
    route: str, *, policy: str, name: str | None = None, writes: bool = False, under: str = ""
) -> Callable[[View], View]:
    """Declare a view as the page at an address. The view takes a Visit and what the address names."""

    def declared(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, **parts: Any) -> HttpResponse:
            return _answer(view, Visit(request, now()), policy, writes, parts)

        called = name or view.__name__
        if called in PAGES:
            raise ValueError(f"two pages are called {called}")
        PAGES[called] = Page(called, route, policy, writes, under or called, answered)
        return answered

    return declared


def _answer(view: View, visit: Visit, policy: str, writes: bool, parts: dict[str, Any]) -> HttpResponse:
    if writes and visit.request.method != "POST":
        return refused(visit, Words("这个地址只接收提交", "this address only takes what is posted"), 405)
    if policy != ANYONE and not isinstance(visit.request.user, Account):
        return HttpResponseRedirect(f"{reverse('sign_in')}?next={visit.request.get_full_path()}")
    try:
        if policy not in (ANYONE, SIGNED_IN, Doing.SEE):
            must(visit.who, Doing(policy))
        return view(visit, **parts)
    except Refusal as refusal:
        return refused(visit, refusal.words, _status(refusal))


def _status(refusal: Refusal) -> int:
    if isinstance(refusal, NotFound):
        return 404
    if isinstance(refusal, NotAllowed):
        return 404 if refusal.is_hidden else 403
    return 409 if isinstance(refusal, Stale) else 422


def refused(visit: Visit, words: Words, status: int) -> HttpResponse:
    """The page that says in one sentence why there is nothing else, and the way on."""
    return visit.show("refused", status, words=words, code=status)
