"""第二步: setting up an authenticator, on the way in where one must be had, or from one's own account."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts import factors
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.signing_in import Begun, Step, begun_in, finish, with_password
from yaodian.web.audit.recording import record
from yaodian.web.pages.page import ANYONE, SIGNED_IN, Visit, page

SECRET = "second_factor_secret"


@page("second-factor", policy=ANYONE, under="profile")
def second_factor(visit: Visit) -> HttpResponse:
    """A picture for the authenticator and a field for the first code; then the recovery codes, this once."""
    account, begun = _whose(visit)
    if account is None:
        return visit.go("sign_in")
    session, fault = visit.request.session, None
    secret = session.get(SECRET) or session.setdefault(SECRET, factors.new_secret())
    if visit.request.method == "POST":
        try:
            codes = factors.set_factor(account, secret, visit.request.POST.get("code", "")[:20])
        except Refusal as refusal:
            fault = refusal.words
        else:
            del session[SECRET]
            record(actor=account.login, act="set_second_factor", subject=f"account:{account.login}", at=visit.at)
            if begun:
                finish(visit.request, begun, visit.at)
            onward = begun.back if begun and begun.back else reverse("home" if begun else "profile")
            return visit.show("recovery_codes", codes=codes, onward=onward)
    return visit.show(
        "second_factor", 422 if fault else 200, fault=fault, secret=secret, must=begun is not None,
        picture=factors.picture_of(account, secret),
    )  # fmt: skip


def _whose(visit: Visit) -> tuple[Account | None, Begun | None]:
    """The account that is signed in and has none yet, or the one on its way in whose next step this is."""
    if isinstance(visit.request.user, Account):
        if factors.has_factor(visit.account):
            raise Refusal(Words("已设第二步；换手机时先停用再设", "there is one: turn it off first to change it"))
        return visit.account, None
    begun = begun_in(visit.request)
    return (begun.account, begun) if begun and begun.step(visit.at) is Step.FACTOR else (None, None)


@page("second-factor/codes", policy=SIGNED_IN, writes=True, under="profile")
def new_codes(visit: Visit) -> HttpResponse:
    """Ten new recovery codes in the place of those before."""
    _asked(visit)
    codes = factors.new_recovery_codes(visit.account)
    record(actor=visit.account.login, act="new_recovery_codes", subject=f"account:{visit.account.login}", at=visit.at)
    return visit.show("recovery_codes", codes=codes, onward=reverse("profile"))


@page("second-factor/off", policy=SIGNED_IN, writes=True, under="profile")
def factor_off(visit: Visit) -> HttpResponse:
    """No second factor any more; whoever must have one sets up another when signing in next."""
    _asked(visit)
    factors.remove_factor(visit.account)
    record(actor=visit.account.login, act="remove_second_factor", subject=f"account:{visit.account.login}", at=visit.at)
    return visit.go("profile", said=Words("已停用第二步", "The second factor is off"))


def _asked(visit: Visit) -> None:
    """Refusal where the password beside the button is not the account's."""
    if with_password(visit.request, visit.account.login, visit.request.POST.get("password", "")[:200]) is None:
        raise Refusal(Words("密码不对，第二步没有改动", "wrong password: the second factor was left as it is"))
