"""登录: sessions, tokens, and who one is."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Status

from yaodian.domain.finding import NotFound, Words
from yaodian.web import clock
from yaodian.web.accounts.factors import WRONG
from yaodian.web.accounts.policy import standing
from yaodian.web.accounts.signing_in import Begun, Step, finish, with_code, with_password
from yaodian.web.accounts.tokens import make_token, revoke_token
from yaodian.web.api.api import ANYONE, SIGNED_IN, Routes, account_in
from yaodian.web.api.problem import problem
from yaodian.web.api.schemas import DutyTold, Me, Number, SignedIn, SignIn, TokenAsked, TokenMade
from yaodian.web.clock import day_of

routes = Routes(tags=["登录"])


@routes.operation("POST", "/session", policy=ANYONE, response=SignedIn, problems=(401, 403))
def sign_in(request: HttpRequest, asked: SignIn) -> SignedIn | HttpResponse:
    """Sign in with login, password and, where the account has a second factor, its `code`; writes of the session carry the
    `csrf` told here as X-CSRFToken."""
    account = with_password(request, asked.login, asked.password)
    if account is None:
        return problem(
            request, 401, Words("登录名或密码不对，或尝试太多", "wrong login or password, or too many tries")
        )
    now = clock.now()
    begun: Begun | None = Begun(account, door="", back="", gave_code=False)
    if begun and begun.step(now) is Step.CODE:
        if not asked.code:
            return problem(request, 401, Words("还要第二步验证码，请填在 code", "the second factor goes into `code`"))
        begun = with_code(request, begun, asked.code)
    if begun is None:
        return problem(request, 401, WRONG)
    if begun.step(now):
        return problem(request, 403, Words("请先在网页上登录一次，改密码或设第二步", "sign in on the page once first"))
    finish(request, begun, now)
    return SignedIn(login=account.login, name=account.name, csrf=get_token(request))


@routes.operation("DELETE", "/session", policy=SIGNED_IN, response={204: None})
def sign_out(request: HttpRequest) -> Status[None]:
    """End the session."""
    logout(request)
    return Status(204, None)


@routes.operation("GET", "/me", policy=SIGNED_IN, response=Me)
def me(request: HttpRequest) -> Me:
    """Who one is, and the duties one holds today."""
    account = account_in(request)
    who = standing(account, day_of(clock.now()))
    duties = [
        DutyTold(unit=p.unit, seat=p.seat, purpose=p.purpose.value, since=p.since, until=p.until)
        for p in who.posts
        if p.is_in_force(who.on)
    ]
    return Me(login=account.login, name=account.name, administers=account.administers or None, duties=duties)


@routes.operation("POST", "/tokens", policy=SIGNED_IN, response={201: TokenMade})
def new_token(request: HttpRequest, asked: TokenAsked) -> Status[TokenMade]:
    """A token for a program of one's own; its text is shown this once."""
    token, text = make_token(account=account_in(request), label=asked.label, days=asked.days, at=clock.now())
    return Status(201, TokenMade(id=token.pk, token=text, until=token.until))


@routes.operation("DELETE", "/tokens/{token}", policy=SIGNED_IN, response={204: None}, problems=(404,))
def end_token(request: HttpRequest, token: Number) -> Status[None]:
    """End a token of one's own."""
    if not revoke_token(account=account_in(request), token=token, at=clock.now()):
        raise NotFound(Words("没有这个令牌", "you have no such token"))
    return Status(204, None)
