"""What the commands on accounts do; each gives the lines to print."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account, Administration
from yaodian.web.accounts.services import first_administrators, give_duty, make_account
from yaodian.web.accounts.units import mirror
from yaodian.web.installation import supervision
from yaodian.web.start import make_ready


def account_called(login: str) -> Account:
    """The account of a login; Refusal where there is none."""
    account = Account.objects.filter(login=login).first()
    if account is None:
        raise Refusal(
            Words(
                f"没有账号“{login}”；用 yaodian accounts list 查看",
                f"there is no account {login!r}: see yaodian accounts list",
            )
        )
    return account


def migrate() -> Iterator[Words]:
    """Create or upgrade the tables."""
    make_ready(migrate=True)
    yield Words("数据库已是最新", "the database is up to date")


def begin() -> Iterator[Words]:
    """The three administrators, each with a password of its own shown once, and the units."""
    now = timezone.now()
    passwords = {administration.value: secrets.token_urlsafe(12) for administration in Administration}
    for account in first_administrators(passwords=passwords, at=now):
        password = passwords[account.login]
        yield Words(
            f"{account.login}  {account.name}  密码 {password}（只显示这一次）",
            f"{account.login}  password {password} (shown this once)",
        )
    rows = mirror(supervision().organisation, "bureau", now)
    yield Words(f"机构 {rows} 个", f"{rows} units")


def add(login: str, name: str, by: str) -> Iterator[Words]:
    """A new account."""
    make_account(by=account_called(by), login=login, name=name, at=timezone.now())
    yield Words(f"已新建账号 {login}（{name}）", f"made the account {login}")


def duty(
    login: str, unit: str, seat: str, since: datetime, until: datetime | None, purpose: str, by: str
) -> Iterator[Words]:
    """A new duty."""
    account = account_called(login)
    give_duty(
        by=account_called(by), account=account, unit=unit, seat=Seat(seat), since=since.date(), at=timezone.now(),
        until=until.date() if until else None, purpose=Purpose(purpose),
    )  # fmt: skip
    yield Words(f"{account.name}从{since.date()}起代表 {unit}", f"{login} acts for {unit} from {since.date()}")


def listed(form: str) -> Iterator[str]:
    """All accounts with their duties."""
    accounts = Account.objects.order_by("login").prefetch_related("duties")
    rows = [
        {
            "login": a.login,
            "name": a.name,
            "administers": a.administers or None,
            "duties": [
                {
                    "unit": d.unit,
                    "seat": d.seat,
                    "purpose": d.purpose,
                    "since": d.since.isoformat(),
                    "until": d.until.isoformat() if d.until else None,
                }
                for d in a.duties.order_by("since", "unit")
            ],
        }
        for a in accounts
    ]
    if form == "json":
        yield json.dumps(rows, ensure_ascii=False, indent=1)
        return
    for row in rows:
        duties = "; ".join(f"{d['unit']} {d['seat']} {d['since']}–{d['until'] or ''}" for d in row["duties"])
        yield f"{row['login']:<16}{row['name']:<12}{row['administers'] or duties}"
