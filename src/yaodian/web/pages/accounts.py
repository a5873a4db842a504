"""账号页: the system administrator makes, links and closes accounts; the security administrator gives duties and secures them."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TypeVar

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web.accounts import services
from yaodian.web.accounts.doors import doors
from yaodian.web.accounts.models import Account, Duty
from yaodian.web.accounts.policy import Doing, can
from yaodian.web.accounts.reading import account_found, accounts_found
from yaodian.web.accounts.units import organisation
from yaodian.web.pages.page import Visit, page
from yaodian.web.registers.reading import staff_record_of

A_PAGE = 25
Named = TypeVar("Named", Seat, Purpose)
WHICH = (
    ("administrators", Words("三员", "administrators")),
    ("without_duty", Words("没有职务", "without a duty")),
    ("closed", Words("已停用", "closed")),
)


@page("accounts", policy=Doing.LIST_ACCOUNTS)
def accounts(visit: Visit) -> HttpResponse:
    """All accounts, found by login or name."""
    return _listed(visit)


def _listed(visit: Visit, status: int = 200, **more: object) -> HttpResponse:
    asked = visit.request.GET
    words, which = asked.get("account", "").strip()[:64], asked.get("which", "")
    found = accounts_found(visit.account, visit.on, words=words, which=which)
    return visit.show(
        "accounts", status, shown=Paginator(found, A_PAGE).get_page(asked.get("page")), words_=words, which=which,
        choices=WHICH, may_make=can(visit.who, Doing.MAKE_ACCOUNT), **more,
    )  # fmt: skip


@page("accounts/new", policy=Doing.MAKE_ACCOUNT, writes=True, under="accounts")
def new_account(visit: Visit) -> HttpResponse:
    """An account with an initial password, which is shown this once."""
    posted = visit.request.POST
    login, name = posted.get("login", "").strip(), posted.get("name", "").strip()
    if not login or not name or len(login) > 64 or len(name) > 64 or "/" in login:
        fault = Words("请填登录名和姓名，各至多 64 字，登录名不含“/”", "login and name: 64 characters at most, no “/”")
        return _listed(visit, 422, fault=fault, posted=posted)
    try:
        password = secrets.token_urlsafe(12)
        made = services.make_account(by=visit.account, login=login, name=name, password=password, at=visit.at)
    except Refusal as refusal:
        return _listed(visit, 422, fault=refusal.words, posted=posted)
    return _shown(visit, made.login, 201, password=password)


@page("accounts/<str:login>", policy=Doing.LIST_ACCOUNTS, under="accounts")
def account(visit: Visit, login: str) -> HttpResponse:
    """One account with what its administrator may do to it."""
    return _shown(visit, login)


def _shown(visit: Visit, login: str, status: int = 200, **more: object) -> HttpResponse:
    found = account_found(visit.account, visit.on, login)
    if found is None:
        raise _nothing(login)
    units = [unit for unit in organisation().units if unit.is_in_force(visit.on) and unit.kind != "school"]
    return visit.show(
        "account", status, found=found, doors=doors(), units=units, seats=[s for s in Seat if s is not Seat.ENGINE],
        purposes=[p for p in Purpose if p.is_of_duty], usual=Purpose.SUPERVISION, **more,
    )  # fmt: skip


@page("accounts/<str:login>/password", policy=Doing.MAKE_ACCOUNT, writes=True, under="accounts")
def new_password(visit: Visit, login: str) -> HttpResponse:
    password = services.give_password(by=visit.account, account=_called(login), at=visit.at)
    return _shown(visit, login, 201, password=password)


@page("accounts/<str:login>/active", policy=Doing.MAKE_ACCOUNT, writes=True, under="accounts")
def activity(visit: Visit, login: str) -> HttpResponse:
    opens = visit.request.POST.get("active") == "1"
    services.let_in(by=visit.account, account=_called(login), active=opens, at=visit.at)
    said = Words("账号已启用", "The account is open") if opens else Words("账号已停用", "The account is closed")
    return visit.go("account", login, said=said)


@page("accounts/<str:login>/link", policy=Doing.MAKE_ACCOUNT, writes=True, under="accounts")
def new_link(visit: Visit, login: str) -> HttpResponse:
    posted = visit.request.POST
    services.link(
        by=visit.account, account=_called(login), door=posted.get("door", ""), subject=posted.get("subject", "")[:200],
        at=visit.at,
    )  # fmt: skip
    return visit.go("account", login, said=Words("已关联", "Linked"))


@page("accounts/<str:login>/person", policy=Doing.MAKE_ACCOUNT, writes=True, under="accounts")
def new_person(visit: Visit, login: str) -> HttpResponse:
    """Whose staff record is the owner's, by its number; without a number the link ends."""
    posted, found = visit.request.POST, _called(login)
    number = posted.get("staff_no", "").strip()[:64]
    person = staff_record_of(by=visit.account, staff_no=number, on=visit.on) if number else None
    services.link_person(
        by=visit.account, account=found, person=person, reason=posted.get("reason", "")[:200], at=visit.at
    )
    said = Words("档案已关联", "The record is linked") if person else Words("关联已解除", "The link is ended")
    return visit.go("account", login, said=said)


@page("accounts/<str:login>/duties", policy=Doing.GIVE_DUTY, writes=True, under="accounts")
def new_duty(visit: Visit, login: str) -> HttpResponse:
    """A duty of the account; a refusal stands above the form, with what was filled in."""
    posted = visit.request.POST
    try:
        services.give_duty(
            by=visit.account, account=_called(login), unit=posted.get("unit", ""), seat=_one(Seat, posted.get("seat", "")),
            purpose=_one(Purpose, posted.get("purpose", "")), since=_day(posted.get("since", "")), at=visit.at,
            until=_day(posted["until"]) if posted.get("until") else None,
        )  # fmt: skip
    except Refusal as refusal:
        return _shown(visit, login, 422, fault=refusal.words, posted=posted)
    return visit.go("account", login, said=Words("职务已授予", "The duty is given"))


@page("accounts/<str:login>/duties/<int:duty>/end", policy=Doing.GIVE_DUTY, writes=True, under="accounts")
def end_duty(visit: Visit, login: str, duty: int) -> HttpResponse:
    found = Duty.objects.filter(pk=duty, account=_called(login)).first()
    if found is None:
        raise NotFound(Words("没有这项职务", "there is no such duty"))
    services.end_duty(by=visit.account, duty=found, until=visit.on, at=visit.at)
    return visit.go("account", login, said=Words("职务已结束", "The duty is over"))


@page("accounts/<str:login>/factor", policy=Doing.SECURE_ACCOUNT, writes=True, under="accounts")
def no_factor(visit: Visit, login: str) -> HttpResponse:
    services.reset_factor(by=visit.account, account=_called(login), at=visit.at)
    return visit.go("account", login, said=Words("第二步已重设", "The second factor is reset"))


@page("accounts/<str:login>/sessions", policy=Doing.SECURE_ACCOUNT, writes=True, under="accounts")
def no_sessions(visit: Visit, login: str) -> HttpResponse:
    ended = services.end_sessions(by=visit.account, account=_called(login), at=visit.at)
    return visit.go("account", login, said=Words(f"已退出 {ended} 处", f"Signed out of {ended} places"))


def _called(login: str) -> Account:
    found = Account.objects.filter(login=login).first()
    if found is None:
        raise _nothing(login)
    return found


def _nothing(login: str) -> NotFound:
    return NotFound(Words(f"没有账号“{login}”", f"there is no account {login!r}"))


def _one(of: type[Named], told: str) -> Named:
    """The member of an enumeration that a form names."""
    try:
        return of(told)
    except ValueError:
        raise Refusal(Words("请从列表里选席位和用途", "choose seat and purpose from the lists")) from None


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise Refusal(Words("日期请写成 2020-09-01", "write the day as 2020-09-01")) from None
