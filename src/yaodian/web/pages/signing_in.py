"""登录页: signing in step by step and signing out, and how pages look."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.doors import doors
from yaodian.web.accounts.factors import WRONG
from yaodian.web.accounts.services import change_password
from yaodian.web.accounts.signing_in import Begun, Step, begun_in, finish, keep, with_code, with_password
from yaodian.web.accounts.simulated import demo_accounts, is_simulated
from yaodian.web.clock import now
from yaodian.web.pages.page import ANYONE, SIGNED_IN, Visit, page

LOOKS = {"theme": ("light", "dark"), "type": ("usual", "large"), "lang": ("zh", "en"), "tour": ("done",)}
A_YEAR = 365 * 24 * 3600
PAGES_OF = {Step.CODE: "sign_in_code", Step.PASSWORD: "sign_in_password", Step.FACTOR: "second_factor"}
LOCKED = Words(
    "连续输错太多，账号暂时锁定，请半小时后再试",
    "too many wrong tries: the account is locked, try again in half an hour",
)
UNLIKE = Words("两次输入的新密码不一样，请重输", "the two new passwords differ: type them again")


@page("sign-in", policy=ANYONE)
def sign_in(visit: Visit) -> HttpResponse:
    """Login and password, or another place to come in through; then the next step."""
    request, fault = visit.request, None
    called = (request.POST.get("login") or request.GET.get("login", ""))[:64]
    if request.method == "POST":
        account = with_password(request, called, request.POST.get("password", "")[:200])
        if account is not None:
            return on(visit, Begun(account, door="", back=back_in(request), gave_code=False))
        fault = Words("账号或密码不对，请再输一次", "wrong account or password: try again")
    return _sign_in(visit, 401 if fault else 200, fault, called)


def _sign_in(visit: Visit, status: int, fault: Words | None, called: str = "") -> HttpResponse:
    shown = demo_accounts() if is_simulated() else []
    return visit.show(
        "sign_in", status, fault=fault, login=called, next=back_in(visit.request), doors=doors(), demo_accounts=shown
    )


@page("sign-in/code", policy=ANYONE)
def sign_in_code(visit: Visit) -> HttpResponse:
    """The code of the second factor."""
    begun, fault = begun_in(visit.request), None
    if begun is None or begun.step(visit.at) is not Step.CODE:
        return visit.go("sign_in")
    if visit.request.method == "POST":
        further = with_code(visit.request, begun, visit.request.POST.get("code", "")[:20])
        if further:
            return on(visit, further)
        fault = WRONG
    return visit.show("sign_in_code", 401 if fault else 200, fault=fault)


@page("sign-in/password", policy=ANYONE)
def sign_in_password(visit: Visit) -> HttpResponse:
    """A password of one's own in the place of the initial one."""
    begun, fault = begun_in(visit.request), None
    if begun is None or begun.step(visit.at) is not Step.PASSWORD:
        return visit.go("sign_in")
    if visit.request.method == "POST":
        try:
            change_password(account=begun.account, password=new_password_in(visit.request), at=visit.at)
            return on(visit, begun)
        except Refusal as refusal:
            fault = refusal.words
    return visit.show("sign_in_password", 422 if fault else 200, fault=fault)


def on(visit: Visit, begun: Begun) -> HttpResponse:
    """To the next step, or in."""
    step = begun.step(visit.at)
    if step:
        keep(visit.request, begun)
        return visit.go(PAGES_OF[step])
    finish(visit.request, begun, visit.at)
    return HttpResponseRedirect(begun.back or reverse("home"))


def new_password_in(request: HttpRequest) -> str:
    """The new password of a form; Refusal where it was not typed twice alike."""
    new = request.POST.get("new", "")[:200]
    if new != request.POST.get("again", "")[:200]:
        raise Refusal(UNLIKE)
    return new


def locked(request: HttpRequest) -> HttpResponse:
    """What is told after too many wrong passwords or codes."""
    return _sign_in(Visit(request, now()), 429, LOCKED)


@page("sign-out", policy=SIGNED_IN, writes=True)
def sign_out(visit: Visit) -> HttpResponse:
    """Out; what the browser kept of visits for when there is no network goes too."""
    logout(visit.request)
    answer = visit.go("sign_in")
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


@page("look", policy=ANYONE, writes=True)
@csrf_exempt
def look(visit: Visit) -> HttpResponse:
    """Theme, size of type and language, kept in cookies that hold nothing else. No token guards it: open pages, which set no
    cookie, post here, and all that another site could do with it is to change how pages look."""
    answer = HttpResponseRedirect(back_in(visit.request) or reverse("home"))
    for name, known in LOOKS.items():
        if (chosen := visit.request.POST.get(name)) in known:
            answer.set_cookie(name, chosen, max_age=A_YEAR, samesite="Lax", httponly=True)
    return answer


def back_in(request: HttpRequest) -> str:
    """Where somebody wants to go on to, if it is here; "" is nowhere."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else ""
