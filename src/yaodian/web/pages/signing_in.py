"""登录页: signing in and out, one's own account, and how pages look."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from yaodian.domain.finding import Words
from yaodian.web.accounts.models import Account
from yaodian.web.audit.recording import record
from yaodian.web.pages.page import ANYONE, SIGNED_IN, Visit, page

LOOKS = {"theme": ("light", "dark"), "type": ("usual", "large"), "lang": ("zh", "en"), "tour": ("done",)}
A_YEAR = 365 * 24 * 3600


@page("sign-in", policy=ANYONE)
def sign_in(visit: Visit) -> HttpResponse:
    """Login and password; then on to where one wanted to go."""
    request, fault, called = visit.request, None, ""
    if request.method == "POST":
        called = request.POST.get("login", "")
        account = authenticate(request, login=called, password=request.POST.get("password", ""))
        if isinstance(account, Account):
            login(request, account)
            record(actor=account.login, act="sign_in", subject=f"account:{account.login}", at=visit.at)
            return HttpResponseRedirect(_next(request))
        fault = Words("账号或密码不对，请再输一次", "wrong account or password: try again")
    return visit.show("sign_in", 200 if fault is None else 401, fault=fault, login=called, next=_next(request))


@page("sign-out", policy=SIGNED_IN, writes=True)
def sign_out(visit: Visit) -> HttpResponse:
    logout(visit.request)
    return visit.go("sign_in")


@page("look", policy=ANYONE, writes=True)
@csrf_exempt
def look(visit: Visit) -> HttpResponse:
    """Theme, size of type and language, kept in cookies that hold nothing else. No token guards it: open pages, which set no
    cookie, post here, and all that another site could do with it is to change how pages look."""
    answer = HttpResponseRedirect(_next(visit.request))
    for name, known in LOOKS.items():
        if (chosen := visit.request.POST.get(name)) in known:
            answer.set_cookie(name, chosen, max_age=A_YEAR, samesite="Lax", httponly=True)
    return answer


@page("profile", policy=SIGNED_IN)
def profile(visit: Visit) -> HttpResponse:
    """Who one is and which duties one holds."""
    duties = [post for post in visit.who.posts if post.is_in_force(visit.on)]
    return visit.show("profile", duties=duties)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("home")
