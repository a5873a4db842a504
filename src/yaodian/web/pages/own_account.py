"""我的账号: duties, password, second factor, open sessions, tokens for programs, the calendars of one's units."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.urls import reverse

from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web.accounts import factors, sessions
from yaodian.web.accounts.models import CalendarKey, Token
from yaodian.web.accounts.services import change_password
from yaodian.web.accounts.signing_in import with_password
from yaodian.web.accounts.tokens import make_calendar_key, make_token, revoke_calendar_key, revoke_token
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.signing_in import new_password_in

DAYS = (30, 90, 366)


@page("profile", policy=SIGNED_IN)
def profile(visit: Visit) -> HttpResponse:
    """Who one is, what one may do, and all that one is signed in with."""
    return _shown(visit)


def _shown(visit: Visit, status: int = 200, **more: object) -> HttpResponse:
    account = visit.account
    units = sorted({post.unit for post in visit.who.posts if post.is_in_force(visit.on)})
    keys = {key.unit: key for key in CalendarKey.objects.filter(unit__in=units)}
    return visit.show(
        "profile", status, duties=[post for post in visit.who.posts if post.is_in_force(visit.on)],
        has_factor=factors.has_factor(account), must_have=factors.must_have_factor(account, visit.on),
        codes_left=factors.recovery_codes_left(account), has_password=account.has_usable_password(),
        sessions=sessions.open_sessions(account, visit.request.session.session_key),
        tokens=Token.objects.filter(account=account, until__gt=visit.at).order_by("-made_at"), days=DAYS,
        calendars=[(unit, keys.get(unit)) for unit in units], **more,
    )  # fmt: skip


@page("profile/password", policy=SIGNED_IN, under="profile")
def own_password(visit: Visit) -> HttpResponse:
    """Another password; sessions elsewhere end by it."""
    posted, fault = visit.request.POST, None
    if visit.request.method == "POST":
        try:
            if with_password(visit.request, visit.account.login, posted.get("old", "")[:200]) is None:
                raise Refusal(Words("原密码不对，请再输一次", "the old password is wrong: try again"))
            change_password(account=visit.account, password=new_password_in(visit.request), at=visit.at)
            update_session_auth_hash(visit.request, visit.account)
            sessions.end(visit.account, but=visit.request.session.session_key)
            return visit.go("profile", said=Words("密码已改", "The password is changed"))
        except Refusal as refusal:
            fault = refusal.words
    return visit.show("own_password", 422 if fault else 200, fault=fault)


@page("profile/sessions/end", policy=SIGNED_IN, writes=True, under="profile")
def end_others(visit: Visit) -> HttpResponse:
    """Sign out everywhere but here."""
    ended = sessions.end(visit.account, but=visit.request.session.session_key)
    return visit.go("profile", said=Words(f"已退出其他 {ended} 处", f"Signed out of {ended} other places"))


@page("profile/tokens", policy=SIGNED_IN, writes=True, under="profile")
def own_token(visit: Visit) -> HttpResponse:
    """A token for a program; its text stands on the page this once."""
    label = visit.request.POST.get("label", "").strip()[:64]
    days = visit.request.POST.get("days", "")
    if not label or not days.isdecimal() or int(days) not in DAYS:
        raise Refusal(Words("请写明令牌给哪个程序用，并选期限", "say which program the token is for, and for how long"))
    _, text = make_token(account=visit.account, label=label, days=int(days), at=visit.at)
    return _shown(visit, 201, token_text=text)


@page("profile/tokens/<int:token>/end", policy=SIGNED_IN, writes=True, under="profile")
def revoke_own_token(visit: Visit, token: int) -> HttpResponse:
    if not revoke_token(account=visit.account, token=token, at=visit.at):
        raise NotFound(Words("没有这个令牌，可能已经停用", "there is no such token: it may have ended"))
    return visit.go("profile", said=Words("令牌已停用", "The token is revoked"))


@page("profile/calendar/<str:unit>", policy=SIGNED_IN, writes=True, under="profile")
def own_calendar(visit: Visit, unit: str) -> HttpResponse:
    """A new address for a unit's calendar, shown this once, or none any more."""
    visit.who.hand_for(unit)
    if "end" in visit.request.POST:
        revoke_calendar_key(account=visit.account, unit=unit, at=visit.at)
        return visit.go("profile", said=Words("日历地址已停用", "The calendar's address is revoked"))
    secret = make_calendar_key(account=visit.account, unit=unit, at=visit.at)
    address = visit.request.build_absolute_uri(reverse("calendar", args=[secret]))
    return _shown(visit, 201, calendar_of=unit, calendar_address=address)
